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
    """Sebutan setempat bagi wilayah di bawah kabupaten/kota, satu kata huruf kecil.

    `kecamatan`: kecamatan, atau distrik.
    `desa`: desa, atau kampung, gampong, nagari, dan nama lain menurut UU 6/2014 pasal 1.
    """

    kecamatan: str = "kecamatan"
    desa: str = "desa"

    def label(self, teks: str) -> str:
        """Judul kolom, isian, menu atau halaman dengan sebutan setempat; huruf besarnya tetap.

        Kata “kecamatan” diganti di mana pun. Kata “desa” hanya bila berarti wilayahnya: sendirian,
        di depan kelurahan, atau sesudah batas, nama, peta, daftar, dasbor, panel,
        per, tiap, semua.
        Indeks Desa dan kerja sama antar desa dibiarkan.
        """
        hasil = _KECAMATAN.sub(self._kecamatan, teks)
        return _DESA.sub(self._desa, hasil)

    def kata(self, teks: str) -> str:
        """Semua kata “kecamatan” dan “desa”, juga pada istilah: judul kolom yang dikenali impor."""
        hasil = _KECAMATAN.sub(self._kecamatan, teks)
        return _SEMUA_DESA.sub(self._desa, hasil)

    def _kecamatan(self, cocok: re.Match[str]) -> str:
        """Pengganti satu kata “kecamatan”."""
        return _serupa(cocok[0], self.kecamatan)

    def _desa(self, cocok: re.Match[str]) -> str:
        """Pengganti satu kata “desa”; kata di depannya tetap."""
        awal, kata = cocok.groups()
        return awal + _serupa(kata, self.desa)


def _serupa(semula: str, sebutan: str) -> str:
    """Berhuruf besar di depan seperti semulanya."""
    if semula[0].isupper():
        return sebutan.capitalize()
    return sebutan


_KECAMATAN = re.compile(r"\bkecamatan\b", re.IGNORECASE)
_DESA = re.compile(
    r"""
    (^(?:(?:batas|nama|peta|daftar|dasbor|panel)\ |.*\b(?:per|tiap|semua)\ )?)
    \b(desa)
    (?=$|/kelurahan|\ dan\ kelurahan)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SEMUA_DESA = re.compile(r"()\b(desa)\b", re.IGNORECASE)
UMUM = SebutanWilayah()
ACEH = SebutanWilayah(desa="gampong")  # UU 11/2006
SUMATERA_BARAT = SebutanWilayah(desa="nagari")  # Perda Provinsi 7/2018
PAPUA = SebutanWilayah("distrik", "kampung")  # UU 21/2001, UU 2/2021
OTSUS_KEDUA = 2021
# awal kode Kemendagri → sebutannya; yang terpanjang berlaku: Mentawai dan kota di Sumatera Barat
# menyebut desa
_SETEMPAT = {
    "11": ACEH,
    "13": SUMATERA_BARAT,
    "13.09": UMUM,
    "13.7": UMUM,
    "91": PAPUA,
    "92": PAPUA,
    "93": PAPUA,
    "94": PAPUA,
    "95": PAPUA,
    "96": PAPUA,
}


def sebutan_wilayah(kode: str) -> SebutanWilayah:
    """Sebutan yang lazim di daerah berkode Kemendagri itu.

    `16.07` menjadi kecamatan dan desa, `95.01` distrik dan kampung.
    """
    for panjang in range(len(kode), 0, -1):
        awal = kode[:panjang]
        if awal in _SETEMPAT:
            return _SETEMPAT[awal]
    return UMUM


def dewan(kode: str, tahun: int) -> str:
    """Singkatan dewan perwakilan rakyat daerahnya pada `tahun`.

    DPRA dan DPRK di Aceh (UU 11/2006); sejak 2021 DPRP dan DPRK di Papua (UU 2/2021).
    """
    is_kabupaten = "." in kode
    if kode.startswith("11"):
        return "DPRK" if is_kabupaten else "DPRA"
    if sebutan_wilayah(kode) == PAPUA and tahun >= OTSUS_KEDUA:
        return "DPRK" if is_kabupaten else "DPRP"
    return "DPRD"


# zona waktu → setelannya
ZONA = {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}
# awal kode provinsinya menurut Keppres 41/1987; selebihnya WIB
_WITA = ("51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76")
_WIT = ("81", "82", "91", "92", "93", "94", "95", "96")


def zona(kode: str) -> str:
    """`WIB`, `WITA` atau `WIT` menurut provinsi pada kode daerahnya."""
    if kode.startswith(_WITA):
        return "WITA"
    if kode.startswith(_WIT):
        return "WIT"
    return "WIB"
