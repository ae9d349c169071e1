"""Batang dan garis target satu indikator per tahun; setengah lebar halaman."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from core.angka import format_angka
from core.grafik.dasar import TINTA, WARNA, Angka, Deret, Unsur, garis, keterangan, kotak, svg, teks

LEBAR_KECIL = 310
TINGGI_KECIL = 182
ALAS_KECIL = Decimal(126)
ATAS_KECIL = Decimal(22)
TERISI_KECIL = Decimal("0.5")  # bagian lebar setahun yang terisi batang
NOL = Decimal(0)


@dataclass(frozen=True)
class Setahun:
    """Target dan realisasi satu tahun; yang tidak diketahui `None`."""

    tahun: int
    target: Angka | None
    realisasi: Angka | None


@dataclass(frozen=True)
class _Letak:
    """Lebar setahun, tinggi satu satuan, dan desimal angkanya."""

    lebar: Decimal
    skala: Decimal
    desimal: int

    def puncak(self, nilai: Angka) -> Decimal:
        """Tinggi nilai itu pada gambar; yang negatif di alas."""
        return ALAS_KECIL - max(Decimal(nilai), NOL) * self.skala


def deret(judul: str, semua: Sequence[Setahun], *, desimal: int = 0) -> str:
    """Realisasi sebagai batang, target sebagai garis di atasnya."""
    nilai = list(_nilai(semua))
    puncak = max(nilai, default=NOL)
    skala = NOL
    if puncak > 0:
        skala = (ALAS_KECIL - ATAS_KECIL) / puncak
    lebar = Decimal(LEBAR_KECIL) / max(len(semua), 1)
    letak = _Letak(lebar, skala, desimal)
    isi: list[str] = []
    for nomor, setahun in enumerate(semua):
        isi += _setahun(nomor, setahun, letak)
    isi.append(garis(x1=0, y1=ALAS_KECIL, x2=LEBAR_KECIL, y2=ALAS_KECIL, warna=TINTA))
    contoh = [Deret("Realisasi", [], WARNA[1]), Deret("Target", [], WARNA[2])]
    isi += keterangan(contoh, TINGGI_KECIL - 6)
    return svg(judul, TINGGI_KECIL, isi, lebar=LEBAR_KECIL)


def _nilai(semua: Sequence[Setahun]) -> Iterator[Decimal]:
    """Semua angka yang ada."""
    for setahun in semua:
        for angka in (setahun.target, setahun.realisasi):
            if angka is not None:
                yield Decimal(angka)


def _setahun(nomor: int, setahun: Setahun, letak: _Letak) -> Unsur:
    """Tahunnya, batang realisasinya, lalu garis targetnya."""
    tengah = letak.lebar * nomor + letak.lebar / 2
    yield teks(tengah, ALAS_KECIL + 15, str(setahun.tahun), jangkar="middle", ukuran=10)
    if setahun.realisasi is not None:
        yield from _batang(tengah, setahun.realisasi, letak)
    if setahun.target is not None:
        yield from _target(tengah, setahun, letak)


def _batang(tengah: Decimal, nilai: Angka, letak: _Letak) -> Unsur:
    """Batang dengan angkanya di dalam, di atas alas."""
    lebar = letak.lebar * TERISI_KECIL
    puncak = letak.puncak(nilai)
    yield kotak(
        x=tengah - lebar / 2,
        y=puncak,
        lebar=lebar,
        tinggi=ALAS_KECIL - puncak,
        warna=WARNA[1],
    )
    yield _angka(tengah, ALAS_KECIL + 28, nilai, letak, WARNA[1])


def _target(tengah: Decimal, setahun: Setahun, letak: _Letak) -> Unsur:
    """Garis selebar batang dengan angkanya di atas keduanya."""
    target = setahun.target or 0
    lebar = letak.lebar * Decimal("0.7")
    puncak = letak.puncak(target)
    teratas = min(puncak, letak.puncak(setahun.realisasi or 0))
    yield garis(
        x1=tengah - lebar / 2,
        y1=puncak,
        x2=tengah + lebar / 2,
        y2=puncak,
        warna=WARNA[2],
        tebal=3,
    )
    yield _angka(tengah, teratas - 6, target, letak, TINTA)


def _angka(x: Decimal, y: Decimal, nilai: Angka, letak: _Letak, warna: str) -> str:
    """Angka kecil di tengah tahunnya."""
    tulisan = format_angka(nilai, letak.desimal)
    return teks(x, y, tulisan, jangkar="middle", ukuran=9, warna=warna)
