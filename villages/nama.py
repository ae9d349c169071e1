"""Nama wilayah dibandingkan tanpa beda huruf, spasi dan tanda baca."""

import re
import unicodedata
from collections.abc import Mapping
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TypeVar

K = TypeVar("K")
TERMIRIP = 3
SEBANYAK = 4096  # nama beberapa kabupaten; satu halaman menanyakan nama yang sama berkali-kali


@lru_cache(SEBANYAK)
def kunci(nama: str) -> str:
    """`Jalur Mulya`, `JALURMULYA` dan `jalur-mulya` menjadi `JALURMULYA`."""
    polos = unicodedata.normalize("NFKD", nama)
    return re.sub(r"[^A-Z0-9]", "", polos.upper())


def berkini(saat_itu: str, kini: str) -> str:
    """`Lubuk (kini Lubuk Besar)`; yang hanya beda ejaan bukan ganti nama."""
    if kunci(saat_itu) == kunci(kini):
        return saat_itu
    return f"{saat_itu} (kini {kini})"


def mirip(nama: str, calon: Mapping[K, str]) -> list[K]:
    """Paling banyak tiga calon menurut kemiripan tulisan, yang paling mirip di depan."""
    dicari = kunci(nama)
    kemiripan = {}
    for satu, tulisan in calon.items():
        cocok = SequenceMatcher(None, dicari, kunci(tulisan))
        kemiripan[satu] = cocok.ratio()
    menurut_tulisan = sorted(calon, key=calon.__getitem__)
    menurut_tulisan.sort(key=kemiripan.__getitem__, reverse=True)
    return menurut_tulisan[:TERMIRIP]
