"""Capaian dan predikat kinerja. Hanya `Decimal`, tanpa Django.

Rumus: LKjIP (Permenpan-RB 53/2014) BAB III, metode pengukuran kinerja.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from core.angka import bulatkan

DESIMAL = 2  # capaian dicetak dengan dua desimal
SERATUS = Decimal(100)


class Arah(StrEnum):
    NAIK = "naik"
    TURUN = "turun"


@dataclass(frozen=True)
class Tingkat:
    """Satu tingkat predikat dalam persen; batas `None` berarti terbuka."""

    nama: str
    bawah: Decimal | None = None
    bawah_inklusif: bool = False
    atas: Decimal | None = None
    atas_inklusif: bool = False

    def memuat(self, x: Decimal) -> bool:
        cukup = self.bawah is None or x > self.bawah or (self.bawah_inklusif and x == self.bawah)
        tidak_lebih = self.atas is None or x < self.atas or (self.atas_inklusif and x == self.atas)
        return cukup and tidak_lebih


def rasio(target: Decimal | None, realisasi: Decimal | None, arah: Arah) -> Decimal | None:
    """Capaian dalam persen tanpa pembulatan; `None` bila target nol atau salah satunya tidak ada.

    NAIK: realisasi/target × 100. TURUN: (target − (realisasi − target))/target × 100, boleh negatif.
    """
    if target is None or realisasi is None or target == 0:
        return None
    pembilang = realisasi if arah is Arah.NAIK else target - (realisasi - target)
    return pembilang / target * SERATUS


def capaian(target: Decimal | None, realisasi: Decimal | None, arah: Arah) -> Decimal | None:
    """`rasio` dibulatkan sekali, dua desimal, setengah ke atas; `None` bila tidak dapat dihitung."""
    angka = rasio(target, realisasi, arah)
    return None if angka is None else bulatkan(angka, DESIMAL)


def dibatasi(angka: Decimal | None, bawah: Decimal | None, atas: Decimal | None) -> Decimal | None:
    """Capaian yang tidak keluar dari batas indikatornya; batas kosong berarti bebas."""
    if angka is None:
        return None
    angka = angka if atas is None else min(angka, atas)
    return angka if bawah is None else max(angka, bawah)


@dataclass(frozen=True)
class Sebutan:
    """Hasil kualitatif: urutan 1 yang terbaik; `nilai` hanya bila skalanya menetapkan angka."""

    nama: str
    urutan: int
    nilai: Decimal | None = None


def rasio_sebutan(target: Sebutan | None, realisasi: Sebutan | None) -> Decimal | None:
    """100 bila sebutan target tercapai atau terlampaui; di bawahnya menurut nilai skala, `None` bila tanpa nilai."""
    if target is None or realisasi is None:
        return None
    if realisasi.urutan <= target.urutan:
        return SERATUS
    return bagian_persen(realisasi.nilai, target.nilai)


def masa_terpakai(masa: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """`(triwulan, bulan)` yang mewakili setahun, berurutan: isian triwulan (bulan 0) mengalahkan bulan-bulannya."""
    ada = set(masa)
    return sorted(m for m in ada if m[1] == 0 or (m[0], 0) not in ada)


def gabungan(nilai: Mapping[tuple[int, int], Decimal], cara: str) -> Decimal | None:
    """Nilai setahun dari triwulan dan bulan: `jumlah`, `rata`, atau `terakhir`; tanpa pembulatan."""
    urut = [nilai[m] for m in masa_terpakai(nilai)]
    if not urut:
        return None
    if cara == "terakhir":
        return urut[-1]
    jumlah = sum(urut, Decimal(0))
    return jumlah if cara == "jumlah" else jumlah / len(urut)


def bagian_persen(bagian: Decimal | int | None, dari: Decimal | int | None) -> Decimal | None:
    """bagian/dari × 100 tanpa pembulatan; `None` bila pembagi nol atau salah satunya tidak ada."""
    if bagian is None or not dari:
        return None
    return Decimal(bagian) / Decimal(dari) * SERATUS


def persentase(bagian: Decimal | int | None, dari: Decimal | int | None) -> Decimal | None:
    """`bagian_persen` dibulatkan sekali, dua desimal, setengah ke atas."""
    angka = bagian_persen(bagian, dari)
    return None if angka is None else bulatkan(angka, DESIMAL)


def predikat(capaian: Decimal | None, skala: Sequence[Tingkat]) -> str | None:
    """Nama tingkat yang memuat `capaian`; `None` bila capaian tidak dapat dihitung atau di luar skala."""
    if capaian is None:
        return None
    return next((t.nama for t in skala if t.memuat(capaian)), None)


def celah_skala(skala: Sequence[Tingkat]) -> list[str]:
    """Celah dan tumpang tindih antar tingkat, dari atas ke bawah; kosong bila skala menyambung."""
    temuan = []
    for tinggi, rendah in pairwise(skala):
        if tinggi.bawah is None or rendah.atas is None or tinggi.bawah != rendah.atas:
            temuan.append(f"Batas {rendah.nama} dan {tinggi.nama} tidak bertemu.")
        elif tinggi.bawah_inklusif == rendah.atas_inklusif:
            ganda = "di kedua tingkat" if tinggi.bawah_inklusif else "di luar keduanya"
            temuan.append(f"Nilai {tinggi.bawah} berada {ganda}: {rendah.nama} dan {tinggi.nama}.")
    return temuan
