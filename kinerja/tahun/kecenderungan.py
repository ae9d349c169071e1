"""Kecenderungan tiap indikator: tahun laporan di samping tahun sebelumnya."""

from dataclasses import dataclass
from decimal import Decimal

from kinerja.aturan.capaian import Arah, Sebutan
from kinerja.aturan.kecenderungan import Diukur, Kecenderungan, kecenderungan
from kinerja.models import Indikator
from kinerja.tahun.pengukuran import Pengukuran
from kinerja.tahun.ukuran import Ukuran


@dataclass(frozen=True)
class Terbanding:
    """Kecenderungan satu indikator; `sebab` bila tidak dapat dibandingkan."""

    arah: Kecenderungan
    sebab: str


def gerak(pengukuran: Pengukuran, indikator: Indikator) -> Terbanding:
    """Terhadap tahun lalu; yang besarannya berganti definisi tidak dibandingkan."""
    tahun = pengukuran.renstra.tahun
    kini = pengukuran.ukur(indikator, tahun)
    lalu = pengukuran.ukur(indikator, tahun - 1)
    pembanding = None
    if kini.indikator.is_comparable(lalu.indikator):
        pembanding = _diukur(lalu)
    arah = kecenderungan(Arah(kini.indikator.arah), pembanding, _diukur(kini))
    sebab = ""
    if arah is Kecenderungan.TAK_TERBANDING:
        sebab = _sebab(lalu, kini)
    return Terbanding(arah, sebab)


def _diukur(ukuran: Ukuran) -> Diukur:
    """Realisasi pada desimal cetaknya, atau sebutannya."""
    hasil: Decimal | Sebutan | None = None
    if isinstance(ukuran.isi, Sebutan):
        hasil = ukuran.isi
    elif isinstance(ukuran.realisasi_cetak, Decimal):
        hasil = ukuran.realisasi_cetak
    return Diukur(hasil, ukuran.capaian.persen)


def _sebab(lalu: Ukuran, kini: Ukuran) -> str:
    """Yang pertama menghalangi perbandingannya."""
    if not kini.indikator.is_comparable(lalu.indikator):
        return f"definisinya lain dari tahun {lalu.tahun}"
    for ukuran in (kini, lalu):
        if ukuran.isi is None:
            return f"realisasi {ukuran.tahun} belum diketahui"
    return "salah satu tahun bukan angka atau tanpa capaian"


def is_sama_target(ukuran: Ukuran) -> bool:
    """Realisasi yang diisi, tepat sama dengan targetnya pada desimal cetak: patut diperiksa."""
    target = ukuran.target_cetak
    return isinstance(target, Decimal) and target == ukuran.realisasi_cetak
