"""Kolom yang dipakai bersama tabel dasbor."""

from typing import Any

from core.tabel import Kolom, Rupa

BESARAN = Kolom("desimal", 14)
PERSEN = Kolom("persen", 13)
BANYAK = Kolom("bulat", 11)
TEKS = Kolom("teks", 17)
NAMA = Kolom("teks", 40, is_nama=True)
PANJANG = Kolom("teks", 32)
Rupanya = dict[tuple[int, int], Rupa]
Baris = list[list[Any]]
