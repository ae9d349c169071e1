"""Predikat capaian menurut skala bertingkat. Hanya `Decimal`."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from kinerja.aturan.capaian import Angka


@dataclass(frozen=True)
class Tingkat:
    """Satu tingkat predikat dalam persen; batas `None` berarti terbuka."""

    nama: str
    bawah: Angka = None
    bawah_inklusif: bool = False
    atas: Angka = None
    atas_inklusif: bool = False

    def memuat(self, x: Decimal) -> bool:
        """`x` di antara kedua batasnya."""
        return self._is_cukup(x) and self._is_tidak_lebih(x)

    def _is_cukup(self, x: Decimal) -> bool:
        """Di atas batas bawah; batas kosong terbuka."""
        if self.bawah is None:
            return True
        if self.bawah_inklusif:
            return x >= self.bawah
        return x > self.bawah

    def _is_tidak_lebih(self, x: Decimal) -> bool:
        """Di bawah batas atas; batas kosong terbuka."""
        if self.atas is None:
            return True
        if self.atas_inklusif:
            return x <= self.atas
        return x < self.atas


Skala = Sequence[Tingkat]


def predikat(capaian: Angka, skala: Skala) -> str | None:
    """Nama tingkat yang memuat `capaian`; `None` bila tidak dapat dihitung atau di luar skala."""
    if capaian is None:
        return None
    memuat = (tingkat.nama for tingkat in skala if tingkat.memuat(capaian))
    return next(memuat, None)


def celah_skala(skala: Skala) -> list[str]:
    """Celah dan tumpang tindih antar tingkat, dari atas ke bawah; kosong bila skala menyambung."""
    temuan = []
    for tinggi, rendah in pairwise(skala):
        keduanya = f"{rendah.nama} dan {tinggi.nama}"
        is_bertemu = tinggi.bawah is not None and tinggi.bawah == rendah.atas
        if not is_bertemu:
            temuan.append(f"Batas {keduanya} tidak bertemu.")
        elif tinggi.bawah_inklusif == rendah.atas_inklusif:
            ganda = "di luar keduanya"
            if tinggi.bawah_inklusif:
                ganda = "di kedua tingkat"
            temuan.append(f"Nilai {tinggi.bawah} berada {ganda}: {keduanya}.")
    return temuan
