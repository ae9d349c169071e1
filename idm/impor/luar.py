"""Baris yang bukan desa kantornya, pada berkas yang memuat banyak kabupaten."""

from core.angka import ringkas
from documents.impor import Kesalahan

LUAR = "desa di luar wilayah kantor ini"


def tentang_berkas(pesan: str) -> Kesalahan:
    """Satu kalimat tentang seluruh berkasnya, tanpa sel."""
    return Kesalahan(lembar="", sel="", isi="", pesan=pesan)


def dilewati(banyak: int, sebutan: str) -> Kesalahan:
    """Banyaknya disebut, agar tidak ada yang hilang diam-diam."""
    return tentang_berkas(f"{ringkas(banyak)} {sebutan} dilewati.")


def tanpa_desa(luar: int, wilayah: str) -> str:
    """Semua desanya milik kabupaten lain; kosong bila berkasnya memang tidak berdesa."""
    if not luar:
        return ""
    return f"Tidak satu pun dari {ringkas(luar)} desanya di {wilayah}."
