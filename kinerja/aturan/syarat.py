"""Angka yang boleh diisi pada satu baris: cacahan bulat, dan negatif hanya pada perubahan."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from core.angka import ringkas
from kinerja.aturan.keadaan import Rentang
from kinerja.aturan.periode import Isian, angka
from kinerja.aturan.satuan import desimal_satuan

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
    """Bulat dan tidak negatif: diterima baris mana pun."""
    if nilai is None:
        return True
    return nilai >= 0 and nilai == nilai.to_integral_value()


@dataclass(frozen=True)
class Syarat:
    """Syarat satu baris; `utuh` yang dihitung satu per satu, kosong bila boleh berpecahan."""

    utuh: str = ""
    is_boleh_negatif: bool = False

    @classmethod
    def baris(cls, satuan: str, kata: str) -> Self:
        """Menurut satuan dan kata indikatornya; hasil bagi tidak bersatuan di sini."""
        if desimal_satuan(satuan) == 0:
            return cls(satuan)
        return cls("", PERUBAHAN.search(kata) is not None)

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
        """Satu angka yang negatif atau berpecahan."""
        if nilai < 0:
            if self.is_boleh_negatif:
                return ""
            return f"{ringkas(nilai)} negatif; yang diukur di sini tidak pernah di bawah nol."
        if not self.utuh:
            return ""
        return f"{ringkas(nilai)} berpecahan; {self.utuh} ditulis bilangan bulat."

    def diterima(self, nilai: Decimal) -> bool:
        """Apakah angka itu diterima."""
        return not self.masalah(nilai)
