"""Capaian dan predikat kinerja. Hanya `Decimal`.

Rumus: LKjIP (Permenpan-RB 53/2014) BAB III, metode pengukuran kinerja.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from core.angka import bulatkan

DESIMAL = 2  # capaian dicetak dengan dua desimal
SERATUS = Decimal(100)
Masa = tuple[int, int]  # triwulan dan bulan


@dataclass(frozen=True)
class Tingkat:
    """Satu tingkat predikat dalam persen; batas `None` berarti terbuka."""

    nama: str
    bawah: Decimal | None = None
    bawah_inklusif: bool = False
    atas: Decimal | None = None
    atas_inklusif: bool = False

    def memuat(self, x: Decimal) -> bool:
        return self._is_cukup(x) and self._is_tidak_lebih(x)

    def _is_cukup(self, x: Decimal) -> bool:
        if self.bawah is None:
            return True
        return x >= self.bawah if self.bawah_inklusif else x > self.bawah

    def _is_tidak_lebih(self, x: Decimal) -> bool:
        if self.atas is None:
            return True
        return x <= self.atas if self.atas_inklusif else x < self.atas


def bagian_persen(bagian: Decimal | int | None, dari: Decimal | int | None) -> Decimal | None:
    """bagian/dari × 100 tanpa pembulatan; `None` bila pembagi nol atau salah satunya tidak ada."""
    if bagian is None or not dari:
        return None
    return Decimal(bagian) / Decimal(dari) * SERATUS


def persentase(bagian: Decimal | int | None, dari: Decimal | int | None) -> Decimal | None:
    """`bagian_persen` dibulatkan sekali, dua desimal, setengah ke atas."""
    angka = bagian_persen(bagian, dari)
    return None if angka is None else bulatkan(angka, DESIMAL)


class Arah(StrEnum):
    NAIK = "naik"
    TURUN = "turun"

    @property
    def rumus(self) -> "Rumus":
        return RUMUS[self]


@dataclass(frozen=True)
class Rumus:
    """Cara capaian dihitung; `is_naik` bila hasil yang lebih besar lebih baik."""

    nama: str
    is_naik: bool
    persen: Callable[[Decimal, Decimal], Decimal | None]  # dari target dan realisasi

    @property
    def kalimat(self) -> str:
        return "makin tinggi makin baik" if self.is_naik else "makin rendah makin baik"

    @property
    def lambang(self) -> str:
        return "↑" if self.is_naik else "↓"

    def is_lebih_mudah(self, target: Decimal, hasil: Decimal) -> bool:
        """Target yang lebih mudah daripada hasil yang sudah pernah dicapai."""
        return target < hasil if self.is_naik else target > hasil


def _naik(target: Decimal, realisasi: Decimal) -> Decimal | None:
    """realisasi/target × 100."""
    return bagian_persen(realisasi, target)


def _turun(target: Decimal, realisasi: Decimal) -> Decimal | None:
    """(target − (realisasi − target))/target × 100, boleh negatif."""
    return bagian_persen(target - (realisasi - target), target)


RUMUS = {Arah.NAIK: Rumus("Naik", True, _naik), Arah.TURUN: Rumus("Turun", False, _turun)}


def dibatasi(
    angka: Decimal | None,
    bawah: Decimal | None,
    atas: Decimal | None,
) -> Decimal | None:
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


Nilai = Decimal | Sebutan | None


@dataclass(frozen=True)
class Capaian:
    """Realisasi terhadap target, persen tanpa pembulatan; `None` bila tidak dapat dihitung."""

    rasio: Decimal | None
    bebas: Decimal | None  # sebelum dibatasi

    @property
    def persen(self) -> Decimal | None:
        """Dibulatkan sekali, dua desimal, setengah ke atas."""
        return None if self.rasio is None else bulatkan(self.rasio, DESIMAL)

    @property
    def is_dibatasi(self) -> bool:
        """Dipotong oleh batas atas atau batas bawah indikatornya."""
        return self.rasio != self.bebas


def capaian(
    target: Nilai,
    realisasi: Nilai,
    arah: Arah = Arah.NAIK,
    bawah: Decimal | None = None,
    atas: Decimal | None = None,
) -> Capaian:
    """Satu-satunya hitungan capaian: angka menurut `RUMUS`, sebutan menurut urutan; dibatasi."""
    bebas = _bebas(target, realisasi, arah)
    return Capaian(dibatasi(bebas, bawah, atas), bebas)


def _bebas(target: Nilai, realisasi: Nilai, arah: Arah) -> Decimal | None:
    """`None` bila salah satunya tidak ada, target nol, atau angka dihadapkan dengan sebutan."""
    if isinstance(target, Sebutan) and isinstance(realisasi, Sebutan):
        return rasio_sebutan(target, realisasi)
    if isinstance(target, Decimal) and isinstance(realisasi, Decimal) and target:
        return arah.rumus.persen(target, realisasi)
    return None


def rasio_sebutan(target: Sebutan, realisasi: Sebutan) -> Decimal | None:
    """100 bila target tercapai; di bawahnya menurut nilai skala, `None` bila tanpa nilai."""
    if realisasi.urutan <= target.urutan:
        return SERATUS
    return bagian_persen(realisasi.nilai, target.nilai)


def masa_terpakai(masa: Iterable[Masa]) -> list[Masa]:
    """Yang mewakili setahun, berurutan: isian triwulan (bulan 0) mengalahkan bulan-bulannya."""
    ada = set(masa)
    return sorted(
        (triwulan, bulan) for triwulan, bulan in ada if bulan == 0 or (triwulan, 0) not in ada
    )


def gabungan(nilai: Mapping[Masa, Decimal], cara: str) -> Decimal | None:
    """Nilai setahun dari triwulan dan bulan: `jumlah`, `rata`, `terakhir`; tanpa pembulatan."""
    urut = [nilai[masa] for masa in masa_terpakai(nilai)]
    if not urut:
        return None
    if cara == "terakhir":
        return urut[-1]
    jumlah = sum(urut, Decimal(0))
    return jumlah if cara == "jumlah" else jumlah / len(urut)


def predikat(capaian: Decimal | None, skala: Sequence[Tingkat]) -> str | None:
    """Nama tingkat yang memuat `capaian`; `None` bila tidak dapat dihitung atau di luar skala."""
    if capaian is None:
        return None
    memuat = (tingkat.nama for tingkat in skala if tingkat.memuat(capaian))
    return next(memuat, None)


def celah_skala(skala: Sequence[Tingkat]) -> list[str]:
    """Celah dan tumpang tindih antar tingkat, dari atas ke bawah; kosong bila skala menyambung."""
    temuan = []
    for tinggi, rendah in pairwise(skala):
        keduanya = f"{rendah.nama} dan {tinggi.nama}"
        is_bertemu = tinggi.bawah is not None and tinggi.bawah == rendah.atas
        if not is_bertemu:
            temuan.append(f"Batas {keduanya} tidak bertemu.")
        elif tinggi.bawah_inklusif == rendah.atas_inklusif:
            ganda = "di kedua tingkat" if tinggi.bawah_inklusif else "di luar keduanya"
            temuan.append(f"Nilai {tinggi.bawah} berada {ganda}: {keduanya}.")
    return temuan
