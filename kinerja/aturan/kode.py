"""Kode nomenklatur program, kegiatan dan sub kegiatan.

Kepmendagri 050-5889/2021 menulis sub kegiatan dengan dua angka, Kepmendagri 900.1.15.5-1317/2023 dengan empat.
"""

import re

PROGRAM = r"^2\.13\.\d\d$"
KEGIATAN = r"^2\.13\.\d\d\.2\.\d\d$"
SUB = r"^2\.13\.\d\d\.2\.\d\d\.(\d\d|\d{4})$"
_SUB = re.compile(r"^(\d\.\d\d\.\d\d\.2\.\d\d)\.(\d\d|\d{4})$")


def baku(kode: str) -> str:
    """Bentuk yang sama untuk kode dua dan empat angka: `2.13.04.2.01.18` menjadi `2.13.04.2.01.0018`."""
    cocok = _SUB.match(kode)
    return f"{cocok[1]}.{int(cocok[2]):04d}" if cocok else kode


def sama(satu: str, lain: str) -> bool:
    """Apakah dua tulisan menunjuk kegiatan yang sama; kode kosong tidak sama dengan apa pun."""
    return bool(satu) and baku(satu) == baku(lain)


def tingkat(kode: str) -> str:
    """`program`, `kegiatan`, `sub`, atau kosong bila bukan kode urusan ini."""
    pola = {"program": PROGRAM, "kegiatan": KEGIATAN, "sub": SUB}
    return next((nama for nama, bentuk in pola.items() if re.match(bentuk, kode)), "")


def induk(kode: str) -> str:
    """Kode satu tingkat di atasnya: kegiatan dari sub kegiatan, program dari kegiatan."""
    bagian = kode.split(".")
    return ".".join(bagian[:5]) if len(bagian) == 6 else ".".join(bagian[:3])
