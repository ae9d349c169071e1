"""Angka yang boleh diisi pada satu baris: cacahan bulat, negatif pada perubahan, persen wajar.

“81.481” pada baris persen terbaca 81481: titiknya ribuan, yang dimaksud 81,481.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from core.angka import ringkas
from kinerja.aturan.keadaan import Rentang
from kinerja.aturan.periode import Isian, angka
from kinerja.aturan.satuan import desimal_satuan, is_persen

PERSEN_TERBESAR = 1000  # persen kinerja tidak sampai sepuluh kali yang seluruhnya
RIBU = 1000

PERUBAHAN = re.compile(
    r"\b(inflasi|kenaikan|laju|penurunan|pengurangan|peningkatan|pertumbuhan|perubahan|selisih)\b",
    re.IGNORECASE,
)
# “Jumlah seluruh desa …”: yang dihitung disebut di muka
_DIHITUNG = re.compile(
    r"^\s*(?:(?:jumlah|banyaknya|banyak|total)\s+)?(?:(?:seluruh|semua)\s+)?([^\W\d_]+)",
    re.IGNORECASE,
)


def is_biasa(nilai: Decimal | None) -> bool:
    """Bulat, tidak negatif, dan tidak besar: diterima baris mana pun."""
    if nilai is None:
        return True
    return 0 <= nilai < PERSEN_TERBESAR and nilai == nilai.to_integral_value()


@dataclass(frozen=True)
class Syarat:
    """Syarat satu baris; `utuh` yang dihitung satu per satu, kosong bila boleh berpecahan."""

    utuh: str = ""
    is_boleh_negatif: bool = False
    is_persen: bool = False

    @classmethod
    def baris(
        cls,
        satuan: str,
        kata: str,
        *,
        is_perseratus: bool = False,
    ) -> Self:
        """Menurut satuan dan kata indikatornya; hasil bagi tidak bersatuan di sini."""
        if desimal_satuan(satuan) == 0:
            return cls(satuan)
        is_berubah = PERUBAHAN.search(kata) is not None
        return cls("", is_berubah, is_perseratus or is_persen(satuan))

    @classmethod
    def bagian(cls, rumus: str, kata: str) -> Self:
        """Pembilang atau penyebut menurut rumusnya."""
        cocok = _DIHITUNG.match(rumus)
        return cls.baris(cocok[1] if cocok else "", kata)

    def masalah(self, isi: Isian | None) -> str:
        """Mengapa isi itu tidak diterima; tiap tepi rentang diperiksa. Kosong bila diterima."""
        semua = [angka(isi)]
        if isinstance(isi, Rentang):
            semua = [isi.bawah, isi.atas]
        for nilai in semua:
            if nilai is not None and not is_biasa(nilai):
                pesan = self._masalah(nilai)
                if pesan:
                    return pesan
        return ""

    def _masalah(self, nilai: Decimal) -> str:
        """Satu angka yang negatif, berpecahan, atau terlalu besar sebagai persen."""
        if nilai < 0 and not self.is_boleh_negatif:
            return f"{ringkas(nilai)} negatif; yang diukur di sini tidak pernah di bawah nol."
        if self.is_persen and abs(nilai) >= PERSEN_TERBESAR:
            return _bukan_persen(nilai)
        is_utuh = nilai == nilai.to_integral_value()
        if nilai < 0 or not self.utuh or is_utuh:
            return ""
        return _berpecahan(nilai, self.utuh)

    def diterima(self, nilai: Decimal) -> bool:
        """Apakah angka itu diterima."""
        return not self.masalah(nilai)


def _berpecahan(nilai: Decimal, satuan: str) -> str:
    """“1,234” pada cacahan: tepat tiga angka di belakang koma mungkin ribuan asing."""
    pesan = f"{ringkas(nilai)} berpecahan; {satuan} ditulis bilangan bulat."
    is_ribuan = nilai.as_tuple().exponent == -3
    if is_ribuan and 1 <= abs(nilai) < RIBU:
        return f"{pesan} Maksud Anda {ringkas(nilai * RIBU)}?"
    return pesan


def _bukan_persen(nilai: Decimal) -> str:
    """Usulnya desimal dengan koma, hanya bila itu persen yang wajar."""
    usul = nilai / RIBU
    pesan = f"{ringkas(nilai)} % terlalu besar; titik dibaca sebagai ribuan."
    if abs(usul) >= PERSEN_TERBESAR or nilai != nilai.to_integral_value():
        return f"{pesan} Tulis desimal dengan koma."
    return f"{pesan} Tulis desimal dengan koma, misalnya {ringkas(usul)}."
