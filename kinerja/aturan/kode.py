"""Kode nomenklatur program, kegiatan dan sub kegiatan semua urusan.

Kepmendagri 050-5889/2021 menulis sub kegiatan dengan dua angka, Kepmendagri 900.1.15.5-1317/2023
dengan empat. Sebelum 2021 (Permendagri 13/2006) susunannya lain dan tidak berdaftar di sini.
"""

import re

BERLAKU_SEJAK = 2021  # Permendagri 90/2019
KODE = r"^\d(\.\d{1,4}){2,8}$"  # semua susunan, juga yang lama
BENTUK = {
    "program": r"\d\.\d\d\.\d\d",
    "kegiatan": r"\d\.\d\d\.\d\d\.[12]\.\d\d",
    "sub": r"\d\.\d\d\.\d\d\.[12]\.\d\d\.(\d\d|\d{4})",
}
CONTOH = {
    "program": "2.13.04",
    "kegiatan": "2.13.04.2.01",
    "sub": "2.13.04.2.01.0001",
}
LETAK_LINGKUP = len("2.13.04.2")
LEBAR = (1, 2, 2, 1, 2, 4)  # angka tiap bagian kode baku
_SUB = re.compile(r"^(\d\.\d\d\.\d\d\.[12]\.\d\d)\.(\d\d|\d{4})$")


def lingkup(kode: str) -> str:
    """`1` kegiatan provinsi, `2` kabupaten/kota; kosong pada program."""
    if tingkat(kode) in ("kegiatan", "sub"):
        return kode[LETAK_LINGKUP - 1]
    return ""


def baku(kode: str) -> str:
    """Kode dua dan empat angka disamakan: `2.13.04.2.01.18` menjadi `2.13.04.2.01.0018`."""
    cocok = _SUB.match(kode)
    if cocok is None:
        return kode
    kegiatan, nomor = cocok.groups()
    return f"{kegiatan}.{int(nomor):04d}"


def lengkap(tulisan: str) -> str:
    """Tiap bagiannya selebar kode baku: `2.13.4.2.1.4` menjadi `2.13.04.2.01.0004`."""
    bagian = tulisan.split(".")
    if len(bagian) < 3 or not all(map(str.isdecimal, bagian)):
        return tulisan
    selebar = [satu.zfill(lebar) for satu, lebar in zip(bagian, LEBAR, strict=False)]
    return ".".join(selebar)


def sama(satu: str, lain: str) -> bool:
    """Apakah dua tulisan menunjuk kegiatan yang sama; kode kosong tidak sama dengan apa pun."""
    return bool(satu) and baku(satu) == baku(lain)


def tingkat(kode: str) -> str:
    """`program`, `kegiatan`, `sub`, atau kosong bila susunannya bukan salah satunya."""
    for nama, bentuk in BENTUK.items():
        if re.fullmatch(bentuk, kode):
            return nama
    return ""


def masalah_bentuk(kode: str, harapan: str, tahun: int) -> str:
    """Kalimat bila susunan `kode` bukan tingkat itu pada `tahun`; kosong bila sesuai."""
    is_sesuai = tingkat(kode) == harapan
    if not kode or is_sesuai or tahun < BERLAKU_SEJAK:
        return ""
    return f"Kode harus seperti {CONTOH[harapan]}."


def induk(kode: str) -> str:
    """Kode satu tingkat di atasnya: kegiatan dari sub kegiatan, program dari kegiatan."""
    bagian = kode.split(".")
    panjang = 3
    if len(bagian) == 6:
        panjang = 5
    return ".".join(bagian[:panjang])


def seinduk(kode: str) -> str:
    """Awal kode saudaranya: urusan dari program, program dari kegiatan, kegiatan dari sub."""
    panjang = {6: 5, 5: 3}
    bagian = kode.split(".")
    return ".".join(bagian[: panjang.get(len(bagian), 2)])
