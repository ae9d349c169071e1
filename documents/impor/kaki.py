"""Kaki tabel lembar kisi disandingkan dengan jumlah baris di atasnya.

Kaki boleh menyebut jumlah seluruhnya, jumlah sejak kaki sebelumnya (subjumlah), atau jumlah yang
tercatat sebelum lembarnya diterapkan (unduhan yang sebagian barisnya diubah). Selain itu orang
harus mengakui bahwa jumlah yang tertulis tidak dipakai (ADR 88).
"""

from collections.abc import Iterable
from decimal import Decimal

from core.angka import ringkas
from core.grid import BarisKisi, KolomKisi
from documents.impor.hitungan import BELUM, angka, is_sama
from documents.impor.kepala import judul
from documents.pembaca import Sel

BEDA = (
    "{judul} pada baris jumlah tertulis {tertulis}, jumlah barisnya {jumlah}. "
    "Yang tertulis tidak disimpan."
)
PerKolom = dict[str, Decimal]  # menurut nama kolomnya


class Kaki:
    """Jumlah tiap kolom yang dijumlahkan pada satu lembar, seluruhnya dan sejak kaki terakhir."""

    def __init__(self, rows: Iterable[BarisKisi]) -> None:
        """`rows` isi kisi sebelum lembarnya diterapkan."""
        self.rows = list(rows)
        self.semua: PerKolom = {}
        self.bagian: PerKolom = {}

    def add(self, kolom: KolomKisi, sel: Sel) -> None:
        """Sel isian satu baris."""
        nilai = angka(kolom, sel)
        if nilai is None or not _is_dijumlahkan(kolom):
            return
        for jumlah in (self.semua, self.bagian):
            jumlah[kolom.nama] = jumlah.get(kolom.nama, Decimal(0)) + nilai

    def masalah(self, kolom: KolomKisi, sel: Sel) -> str:
        """Mengapa sel kaki itu lain dari jumlah barisnya; kosong bila sama, atau salinan."""
        tertulis = angka(kolom, sel)
        if tertulis is None or not _is_dijumlahkan(kolom):
            return ""
        jumlah = self.semua.get(kolom.nama)
        if jumlah is None and not tertulis:
            return ""
        dikenal = (jumlah, self.bagian.get(kolom.nama), self._tercatat(kolom))
        if any(is_sama(tertulis, satu) for satu in dikenal):
            return ""
        hitungan = BELUM if jumlah is None else ringkas(jumlah)
        return BEDA.format(judul=judul(kolom), tertulis=ringkas(tertulis), jumlah=hitungan)

    def close(self) -> None:
        """Baris di bawahnya bagian berikutnya."""
        self.bagian = {}

    def _tercatat(self, kolom: KolomKisi) -> Decimal | None:
        """Jumlah yang tercetak pada unduhannya; `None` bila tidak satu pun terisi."""
        terisi = []
        for row in self.rows:
            nilai = row.isi.get(kolom.nama)
            if row.is_isian(kolom) and isinstance(nilai, Decimal | int):
                terisi.append(Decimal(nilai))
        return sum(terisi, Decimal(0)) if terisi else None


def _is_dijumlahkan(kolom: KolomKisi) -> bool:
    """Uang, dan yang dijumlahkan kisinya sendiri."""
    return not kolom.is_tetap and (kolom.is_jumlah or kolom.jenis == "rupiah")
