"""Membaik, tetap atau memburuk terhadap tahun lalu; aturannya tercetak di samping hasilnya."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kinerja.aturan.capaian import RENDAH, Angka, Arah, Sebutan

ATURAN = (
    "Kecenderungan membandingkan realisasi tahun ini dengan tahun lalu:",
    "Makin tinggi makin baik: membaik bila realisasi tercetaknya di atas tahun lalu, memburuk bila "
    "di bawahnya.",
    "Makin rendah makin baik: membaik bila realisasi tercetaknya di bawah tahun lalu, memburuk "
    "bila di atasnya.",
    "Harus tepat atau di dalam rentang: membaik bila capaiannya di atas tahun lalu, memburuk bila "
    "di bawahnya.",
    "Sebutan: menurut urutannya pada skala, dari yang terbaik.",
    "Sama sampai desimal cetaknya: tetap.",
    "Besarannya berganti definisi, atau salah satu tahun belum diketahui: tidak dapat "
    "dibandingkan.",
)


class Kecenderungan(StrEnum):
    MEMBAIK = "membaik"
    TETAP = "tetap"
    MEMBURUK = "memburuk"
    TAK_TERBANDING = "tidak dapat dibandingkan"


@dataclass(frozen=True)
class Diukur:
    """Hasil satu tahun sebagaimana tercetak, dan capaiannya."""

    hasil: Decimal | Sebutan | None
    capaian: Angka


def kecenderungan(arah: Arah, lalu: Diukur | None, kini: Diukur) -> Kecenderungan:
    """Menurut `ATURAN`; tanpa `lalu` tidak ada pembandingnya."""
    if lalu is None or isinstance(lalu.hasil, Sebutan) != isinstance(kini.hasil, Sebutan):
        return Kecenderungan.TAK_TERBANDING
    dahulu = _kebaikan(arah, lalu)
    sekarang = _kebaikan(arah, kini)
    if dahulu is None or sekarang is None:
        return Kecenderungan.TAK_TERBANDING
    if sekarang == dahulu:
        return Kecenderungan.TETAP
    if sekarang > dahulu:
        return Kecenderungan.MEMBAIK
    return Kecenderungan.MEMBURUK


def _kebaikan(arah: Arah, diukur: Diukur) -> Angka:
    """Yang makin besar makin baik, menurut arah indikatornya."""
    hasil = diukur.hasil
    if hasil is None:
        return None
    if isinstance(hasil, Sebutan):
        return Decimal(-hasil.urutan)
    if not arah.rumus.is_searah:
        return diukur.capaian
    if arah.rumus.kalimat == RENDAH:
        return -hasil
    return hasil
