"""Sebutan daerah otonom, kepalanya, perangkatnya, wilayahnya (UU 23/2014), dan zona waktunya."""

import re
from dataclasses import dataclass
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


@dataclass(frozen=True)
class SebutanWilayah:
    """Sebutan setempat bagi kecamatan dan desa, huruf kecil."""

    kecamatan: str = "kecamatan"
    desa: str = "desa"

    def label(self, teks: str) -> str:
        """Judul kolom, isian, menu atau halaman dengan sebutan setempat; huruf besarnya tetap.

        Kata “desa” yang bukan wilayahnya (Indeks Desa, kerja sama antar desa) dibiarkan.
        """
        hasil = _KECAMATAN.sub(lambda cocok: _serupa(cocok[0], self.kecamatan), teks)
        return _DESA.sub(lambda cocok: cocok[1] + _serupa(cocok[2], self.desa), hasil)


def _serupa(semula: str, sebutan: str) -> str:
    """Berhuruf besar di depan seperti semulanya."""
    return sebutan.capitalize() if semula[0].isupper() else sebutan


_KECAMATAN = re.compile(r"\bkecamatan\b", re.IGNORECASE)
_SEBELUM = r"^(?:(?:batas|nama|peta|daftar) |.*\b(?:per|tiap|semua) )?"
_DESA = re.compile(rf"({_SEBELUM})\b(desa)(?=$|/kelurahan| dan kelurahan)", re.IGNORECASE)
UMUM = SebutanWilayah()
# awal kode daerah → sebutannya; yang terpanjang berlaku. Aceh: UU 11/2006; Sumatera Barat: Perda
# Provinsi 7/2018 tentang Nagari, kecuali kota dan Mentawai; Papua: UU 21/2001 dan UU 2/2021
_DISTRIK = SebutanWilayah("distrik", "kampung")
_SETEMPAT = {
    "11": SebutanWilayah(desa="gampong"),
    "13": SebutanWilayah(desa="nagari"),
    "13.09": UMUM,
    "13.7": UMUM,
    **dict.fromkeys(("91", "92", "93", "94", "95", "96"), _DISTRIK),
}


def sebutan_wilayah(kode: str) -> SebutanWilayah:
    """Sebutan yang lazim di daerah berkode Kemendagri itu; `kecamatan` dan `desa` bagi lainnya."""
    awal = max((satu for satu in _SETEMPAT if kode.startswith(satu)), key=len, default="")
    return _SETEMPAT.get(awal, UMUM)


# zona waktu → setelannya, dan awal kode provinsinya (Keppres 41/1987); selebihnya WIB
ZONA = {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}
_WITA = ("51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76")
_WIT = ("81", "82", "91", "92", "93", "94", "95", "96")


def zona(kode: str) -> str:
    """`WIB`, `WITA` atau `WIT` menurut provinsi pada kode daerahnya."""
    if kode.startswith(_WITA):
        return "WITA"
    if kode.startswith(_WIT):
        return "WIT"
    return "WIB"
