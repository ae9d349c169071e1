"""Jalan ke status berikutnya menurut poin aspek Indeks Desa (Permendesa PDT 9/2024).

Naik satu poin menambah 100/635, di dimensi mana pun; dibandingkan sesudah dibulatkan sekali.
"""

from collections.abc import Sequence

from idm.planner import ButirRencana, Desa
from idm.scoring import DESIMAL_DIMENSI, Ambang


class DesaPoin(Desa):
    """Poin aspek satu desa: Indeks Desa = jumlah poin / poin tertinggi × 100, dua desimal."""

    desimal = DESIMAL_DIMENSI
    faktor = 100

    def __init__(self, butir: Sequence[ButirRencana], ambang: Ambang, penuh: int) -> None:
        """`penuh` jumlah poin tertinggi semua dimensi; satuannya satu poin, di dimensi mana pun."""
        self.ambang = ambang
        self.butir = sorted(butir, key=lambda b: b.posisi)
        dimensi = [b.indeks for b in self.butir]
        self.satuan = dict.fromkeys(dimensi, 1)
        self.penuh = penuh
        self.total = sum(b.skor for b in self.butir)
