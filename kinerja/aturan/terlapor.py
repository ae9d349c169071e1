"""Uang yang sudah dilaporkan dan kelengkapannya pada triwulan terakhir yang diisi."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from core.periode import TRIWULAN as NAMA
from kinerja.aturan.rencana import Evaluasi


@dataclass(frozen=True)
class Terlapor:
    """Uang sampai triwulan `sampai`, dan berapa baris berpagu yang mengisi triwulan itu."""

    rp: Decimal | None
    persen: Decimal | None
    sampai: int
    baris: int
    berpagu: int

    @property
    def kalimat(self) -> str:
        """`Triwulan I: 33 dari 41 baris berpagu`; kosong bila belum ada yang dilaporkan."""
        if not self.sampai:
            return ""
        return f"{NAMA[self.sampai]}: {self.baris} dari {self.berpagu} baris berpagu"


def terlapor(total: Evaluasi, baris: Iterable[Evaluasi]) -> Terlapor:
    """Jumlah `total` dengan kelengkapan `baris` sub kegiatan di bawahnya."""
    berpagu = [e for e in baris if e.target.rp]
    sampai = total.triwulan_akhir
    banyak = sum(e.is_terlapor(sampai) for e in berpagu)
    return Terlapor(
        rp=total.jumlah.rp,
        persen=total.persen.rp,
        sampai=sampai,
        baris=banyak,
        berpagu=len(berpagu),
    )
