"""Bilangan yang ditulis dengan kata, dibaca sebagai angka."""

import re

from core.angka import terbilang

TERBESAR = 99
_ANGKA = {terbilang(satu): str(satu) for satu in range(TERBESAR + 1)}
_TERPANJANG = sorted(_ANGKA, key=len, reverse=True)
_KATA = "|".join(_TERPANJANG).replace(" ", r"\s+")
_SATUAN = r"(?=\s+(?:persen|desa|kali|poin|unit|orang|kelompok|lembaga)\b)"
# “salah satu desa” bukan hitungan
_BILANGAN = re.compile(rf"(?<!salah )\b(?:{_KATA}){_SATUAN}", re.IGNORECASE)


def berangka(kalimat: str) -> str:
    """“empat desa” menjadi “4 desa”; kata tanpa satuan di belakangnya tetap kata."""
    return _BILANGAN.sub(_angka, kalimat)


def _angka(cocok: re.Match[str]) -> str:
    kata = cocok[0].lower().split()
    baku = " ".join(kata)
    return _ANGKA[baku]
