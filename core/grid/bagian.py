"""Kisi panjang dibuka per bagian: satu kecamatan, satu program."""

from collections.abc import Sequence
from typing import ClassVar

from core.grid.kolom import Columns, Saringan

SEL_SELAYAR = 1_350  # kira-kira 150 kB
SEL_PANGKAL = 2  # pangkal baris seberat dua sel


class Terbagi:
    """Kisi yang salah satu saringannya, `pembagi`, membaginya menjadi bagian."""

    pembagi: ClassVar[str] = ""

    def columns(self) -> Columns:
        """Kolom menurut urutannya, sama bagi semua baris."""
        raise NotImplementedError

    def filters(self) -> Sequence[Saringan]:
        """Saringan di atas kisi."""
        return []

    def is_panjang(self, banyak: int) -> bool:
        """Sebanyak itu barisnya terlalu banyak sel untuk satu layar."""
        sebaris = len(self.columns()) + SEL_PANGKAL
        return banyak * sebaris > SEL_SELAYAR

    def bagian_pertama(self) -> str:
        """Pilihan `pembagi` yang dibuka bila kisinya panjang; kosong bila tidak terbagi."""
        for saringan in self.filters():
            if saringan.nama == self.pembagi:
                return _pertama(saringan)
        return ""

    @property
    def is_sebagian(self) -> bool:
        """Ada saringan yang terpilih, sehingga jumlahnya hanya yang tampak."""
        return any(saringan.kini for saringan in self.filters())


def _pertama(saringan: Saringan) -> str:
    """Pilihan pertama yang bukan “semua”."""
    for nilai, _ in saringan.pilihan:
        if nilai:
            return nilai
    return ""
