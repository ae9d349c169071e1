"""Bentuk isi berita acara penetapan Indeks Desa."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from idm.naskah.penetapan.isi import IsiStatusDesa


@dataclass(frozen=True, slots=True, kw_only=True)
class DesaIndeks:
    """Indeks Desa satu desa yang ditetapkan.

    `poin` tiap dimensi dan `jawaban` tiap aspek, kosong bila tidak diketahui; `sumber` asalnya.
    """

    kode: str
    nama: str
    kecamatan: str
    instrumen: str
    sumber: str
    poin: tuple[Decimal, ...]
    jawaban: str
    skor: Decimal
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensiPenetapan:
    """Satu dimensi dan poin tertingginya."""

    nama: str
    maksimum: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiPenetapanIndeks(IsiStatusDesa):
    """Isi berita acara; `dimensi` menurut urutannya."""

    VERSI: ClassVar[int] = 1

    dimensi: tuple[DimensiPenetapan, ...]
    desa: tuple[DesaIndeks, ...]

    @property
    def penuh(self) -> int:
        """Jumlah poin tertinggi semua dimensi."""
        return sum(satu.maksimum for satu in self.dimensi)
