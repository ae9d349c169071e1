"""Sebutan daerah otonom, kepalanya, dan perangkatnya (UU 23/2014)."""

from enum import StrEnum


class Daerah(StrEnum):
    """Jenis daerah otonom yang memakai aplikasi ini."""

    KABUPATEN = "kabupaten"
    KOTA = "kota"
    PROVINSI = "provinsi"


class Perangkat(StrEnum):
    """Jenis perangkat daerah; selain `LAIN` satu tiap daerah."""

    DINAS_PMD = "dinas_pmd"
    INSPEKTORAT = "inspektorat"
    BAPPEDA = "bappeda"
    KEPALA_DAERAH = "kepala_daerah"
    LAIN = "lain"


SEBUTAN = {
    Daerah.KABUPATEN: "Kabupaten",
    Daerah.KOTA: "Kota",
    Daerah.PROVINSI: "Provinsi",
}
KEPALA = {
    Daerah.KABUPATEN: "Bupati",
    Daerah.KOTA: "Wali Kota",
    Daerah.PROVINSI: "Gubernur",
}
PERANGKAT = {
    Perangkat.DINAS_PMD: "Dinas PMD",
    Perangkat.INSPEKTORAT: "Inspektorat",
    Perangkat.BAPPEDA: "Bappeda",
    Perangkat.KEPALA_DAERAH: "Kepala daerah",
    Perangkat.LAIN: "Perangkat daerah lain",
}
