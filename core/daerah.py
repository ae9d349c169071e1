"""Sebutan daerah otonom, kepalanya, dan perangkatnya (UU 23/2014). Tanpa Django."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any


class Daerah(StrEnum):
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


SEBUTAN = {Daerah.KABUPATEN: "Kabupaten", Daerah.KOTA: "Kota", Daerah.PROVINSI: "Provinsi"}
KEPALA = {Daerah.KABUPATEN: "Bupati", Daerah.KOTA: "Wali Kota", Daerah.PROVINSI: "Gubernur"}
PERANGKAT = {
    Perangkat.DINAS_PMD: "Dinas PMD",
    Perangkat.INSPEKTORAT: "Inspektorat",
    Perangkat.BAPPEDA: "Bappeda",
    Perangkat.KEPALA_DAERAH: "Kepala daerah",
    Perangkat.LAIN: "Perangkat daerah lain",
}


def nama_daerah(kop: Mapping[str, Any]) -> str:
    """Daerah dengan sebutannya dari isi kop, misalnya `Kota Palembang`.

    Naskah yang dibekukan sebelum kota dan provinsi dikenal tidak menyebutnya: semuanya kabupaten.
    """
    sebutan = kop.get("sebutan", SEBUTAN[Daerah.KABUPATEN])
    return f"{sebutan} {kop['kabupaten']}"
