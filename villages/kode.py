"""Kode wilayah Kemendagri (Kepmendagri 300.2.2-2138/2025): provinsi.kabupaten.kecamatan.desa."""

import re

POLA_KECAMATAN = r"^\d\d\.\d\d\.\d\d$"
POLA_DESA = r"^\d\d\.\d\d\.\d\d\.[123]\d\d\d$"
KELURAHAN = "kelurahan"
DESA = "desa"


def jenis(kode: str) -> str:
    """`kelurahan` bila bagian akhir berawal 1, `desa` bila 2 atau 3 (desa adat).

    `ValueError` untuk kode lain.
    """
    if not re.fullmatch(POLA_DESA, kode):
        raise ValueError(f"“{kode}” bukan kode desa/kelurahan; contoh yang benar 16.07.01.2001.")
    _, nomor = kode.rsplit(".", 1)
    if nomor.startswith("1"):
        return KELURAHAN
    return DESA


def tanpa_titik(kode: str) -> str:
    """`16.07.01.2001` menjadi `1607012001`, cara situs IDM menulisnya."""
    return kode.replace(".", "")


def pesan_bps(teks: str) -> str:
    """Kode BPS menomori kecamatan dengan tiga angka; kosong bila `teks` bukan kode BPS."""
    if not re.fullmatch(r"[0-9]{6}0[0-9]{3}", teks.removesuffix(".0")):
        return ""
    return "Ini kode BPS. Isi kode wilayah Kemendagri, misalnya 16.07.01.2001."


def dengan_titik(angka: str) -> str:
    """`1607012001` menjadi `16.07.01.2001`; `ValueError` bila bukan sepuluh angka."""
    if not re.fullmatch(r"[0-9]{10}", angka):
        raise ValueError(f"“{angka}” bukan kode desa sepuluh angka.")
    provinsi = angka[:2]
    kabupaten = angka[2:4]
    kecamatan = angka[4:6]
    nomor = angka[6:]
    return f"{provinsi}.{kabupaten}.{kecamatan}.{nomor}"


def bertitik(tulisan: str) -> str:
    """Kode kecamatan enam angka dan desa sepuluh angka diberi titik; tulisan lain dibiarkan."""
    if re.fullmatch(r"[0-9]{6}", tulisan):
        return f"{tulisan[:2]}.{tulisan[2:4]}.{tulisan[4:]}"
    if re.fullmatch(r"[0-9]{10}", tulisan):
        return dengan_titik(tulisan)
    return tulisan
