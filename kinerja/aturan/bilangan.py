"""Bilangan yang ditulis dengan kata, dibaca sebagai angka."""

import re

from core.angka import terbilang

TERBESAR = 999
_ANGKA = {terbilang(satu): str(satu) for satu in range(TERBESAR + 1)}
_SATU_ANGKA = {kata: satu for kata, satu in _ANGKA.items() if len(satu) == 1}
_KATA = "|".join(sorted({kata for eja in _ANGKA for kata in eja.split()}, key=len, reverse=True))
_DERET = rf"(?:{_KATA})(?:\s+(?:{_KATA}))*"
_SATUAN = r"(?=\s+(?:persen|desa|kali|poin|unit|orang|kelompok|lembaga|iku|indikator)\b)"
# “salah satu desa” bukan hitungan; “seribu dua desa” lebih besar dari yang dibaca
_BILANGAN = re.compile(
    rf"(?<!salah )(?<!ribu )\b({_DERET})(?:\s+koma\s+({_DERET}))?{_SATUAN}",
    re.IGNORECASE,
)


def berangka(kalimat: str) -> str:
    """“empat desa” menjadi “4 desa”; kata tanpa satuan di belakangnya tetap kata."""
    return _BILANGAN.sub(_angka, kalimat)


def _angka(cocok: re.Match[str]) -> str:
    """Yang bukan ejaan satu bilangan tetap kata."""
    bulat = _ANGKA.get(_baku(cocok[1]), "")
    if not cocok[2]:
        return bulat or cocok[0]
    pecahan = _pecahan(cocok[2])
    return f"{bulat},{pecahan}" if bulat and pecahan else cocok[0]


def _pecahan(tulisan: str) -> str:
    """“empat delapan” atau “empat puluh delapan”; kosong bila bukan keduanya."""
    kata = _baku(tulisan)
    if kata in _ANGKA:
        return _ANGKA[kata]
    semua = [_SATU_ANGKA.get(satu, "") for satu in kata.split()]
    return "".join(semua) if all(semua) else ""


def _baku(tulisan: str) -> str:
    return " ".join(tulisan.lower().split())
