"""Efisiensi anggaran: capaian dihadapkan dengan penyerapan; satu simpulan di semua tempat.

Bunyi, sumber dan edisi aturannya data periode Renstra; yang pada `ATURAN` usulannya.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from core.angka import persen
from kinerja.aturan.capaian import SERATUS, bagian_persen

Angka = Decimal | None  # `None` bila tidak dapat dihitung


class CaraEfisiensi(StrEnum):
    """Aturan yang dipilih satu periode Renstra, disimpan menurut namanya."""

    SELISIH = "selisih"
    PMK_22_2021 = "pmk-22-2021"

    @property
    def aturan(self) -> "AturanEfisiensi":
        return ATURAN[self]


@dataclass(frozen=True)
class AturanEfisiensi:
    """Cara menghitungnya, kalimatnya, sumber dan edisinya; efisien bila hasilnya tidak negatif."""

    nama: str
    kalimat: str
    sumber: str
    edisi: int
    hitung: Callable[[Decimal, Decimal], Angka]  # capaian, serapan

    @property
    def pilihan(self) -> str:
        """Nama, sumber dan edisinya, untuk dipilih."""
        return f"{self.nama} · {self.sumber}, edisi {self.edisi}"

    @property
    def tulisan(self) -> str:
        """Kalimat beserta sumber dan edisinya, untuk dicetak."""
        if str(self.edisi) in self.sumber:
            return f"{self.kalimat} ({self.sumber})"
        return f"{self.kalimat} ({self.sumber}, edisi {self.edisi})"


def _selisih(capaian: Decimal, serapan: Decimal) -> Decimal:
    """Poin persen."""
    return capaian - serapan


def _terhadap_keluaran(capaian: Decimal, serapan: Decimal) -> Angka:
    """(pagu × capaian − realisasi) / (pagu × capaian) × 100; pagunya saling meniadakan."""
    return bagian_persen(capaian - serapan, capaian)


ATURAN = {
    CaraEfisiensi.SELISIH: AturanEfisiensi(
        "Capaian terhadap penyerapan",
        "efisien bila capaian kinerja tidak di bawah penyerapan anggaran",
        "Permenpan-RB 53/2014, Lampiran II, analisis efisiensi penggunaan sumber daya",
        2014,
        _selisih,
    ),
    CaraEfisiensi.PMK_22_2021: AturanEfisiensi(
        "Efisiensi keluaran (PMK 22/2021)",
        "efisien bila (pagu × capaian − realisasi) / (pagu × capaian) tidak negatif",
        "PMK 22/PMK.02/2021",
        2021,
        _terhadap_keluaran,
    ),
}
MELEBIHI = "Melebihi pagu"
EFISIEN = "Efisien"
TIDAK_EFISIEN = "Tidak efisien"


@dataclass(frozen=True)
class NilaiEfisiensi:
    """Capaian dan penyerapan (persen, tanpa pembulatan) satu program, atau seluruh dinas."""

    capaian: Angka
    serapan: Angka
    cara: CaraEfisiensi = CaraEfisiensi.SELISIH

    @property
    def nilai(self) -> Angka:
        """Menurut aturannya; `None` bila capaian atau penyerapannya tidak diketahui."""
        if self.capaian is None or self.serapan is None:
            return None
        return self.cara.aturan.hitung(self.capaian, self.serapan)

    @property
    def simpulan(self) -> str:
        """Kosong bila tidak dapat disimpulkan; yang melampaui pagu tidak pernah efisien."""
        if self.serapan is not None and self.serapan > SERATUS:
            return MELEBIHI
        if self.nilai is None:
            return ""
        if self.nilai >= 0:
            return EFISIEN
        return TIDAK_EFISIEN

    @property
    def kalimat(self) -> str:
        """`tidak efisien: capaian 82,30 % dan penyerapan 96,69 %`; kosong bila tanpa simpulan."""
        return self.uraian("capaian")

    def uraian(self, sebutan: str) -> str:
        """Kalimatnya dengan capaian yang disebut `sebutan`."""
        if self.nilai is None or self.capaian is None or self.serapan is None:
            return ""
        angka = f"{sebutan} {persen(self.capaian)} dan penyerapan {persen(self.serapan)}"
        return f"{self.simpulan.lower()}: {angka}"
