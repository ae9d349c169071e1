"""Kode nomenklatur program, kegiatan dan sub kegiatan.

Kepmendagri 050-5889/2021 menulis sub kegiatan dengan dua angka, Kepmendagri 900.1.15.5-1317/2023
dengan empat.
"""

import re

PROGRAM = r"^2\.13\.\d\d$"
KEGIATAN = r"^2\.13\.\d\d\.2\.\d\d$"
SUB = r"^2\.13\.\d\d\.2\.\d\d\.(\d\d|\d{4})$"
_SUB = re.compile(r"^(\d\.\d\d\.\d\d\.2\.\d\d)\.(\d\d|\d{4})$")


def baku(kode: str) -> str:
    """Kode dua dan empat angka disamakan: `2.13.04.2.01.18` menjadi `2.13.04.2.01.0018`."""
    cocok = _SUB.match(kode)
    if cocok is None:
        return kode
    kegiatan, nomor = cocok.groups()
    return f"{kegiatan}.{int(nomor):04d}"


def sama(satu: str, lain: str) -> bool:
    """Apakah dua tulisan menunjuk kegiatan yang sama; kode kosong tidak sama dengan apa pun."""
    return bool(satu) and baku(satu) == baku(lain)


def tingkat(kode: str) -> str:
    """`program`, `kegiatan`, `sub`, atau kosong bila bukan kode urusan ini."""
    pola = {"program": PROGRAM, "kegiatan": KEGIATAN, "sub": SUB}
    for nama, bentuk in pola.items():
        if re.match(bentuk, kode):
            return nama
    return ""


def induk(kode: str) -> str:
    """Kode satu tingkat di atasnya: kegiatan dari sub kegiatan, program dari kegiatan."""
    bagian = kode.split(".")
    panjang = 3
    if len(bagian) == 6:
        panjang = 5
    return ".".join(bagian[:panjang])
