"""Batang dan garis target satu indikator per tahun; setengah lebar halaman."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from core.angka import format_angka
from core.grafik.dasar import TINTA, WARNA, Angka, Deret, Unsur, garis, keterangan, kotak, svg, teks

WARNA_REALISASI = WARNA[1]
WARNA_TARGET = WARNA[2]
LEBAR_KECIL = 310
TINGGI_KECIL = 182
ALAS_KECIL = Decimal(126)
ATAS_KECIL = Decimal(22)
BAWAH_TAHUN = ALAS_KECIL + 15
BAWAH_ANGKA = ALAS_KECIL + 28
TERISI_KECIL = Decimal("0.5")  # bagian lebar setahun yang terisi batang
LEBAR_TARGET = Decimal("0.7")
NOL = Decimal(0)
CONTOH = (
    Deret(nama="Realisasi", nilai=(), warna=WARNA_REALISASI),
    Deret(nama="Target", nilai=(), warna=WARNA_TARGET),
)


@dataclass(frozen=True)
class Setahun:
    """Target dan realisasi satu tahun; yang tidak diketahui `None`. `url` halaman tahun itu."""

    tahun: int
    target: Angka | None
    realisasi: Angka | None
    url: str = ""

    @property
    def is_berangka(self) -> bool:
        """Ada yang dapat digambar."""
        return self.target is not None or self.realisasi is not None


SemuaTahun = Sequence[Setahun]


@dataclass(frozen=True)
class _Letak:
    """Lebar setahun, tinggi satu satuan, dan desimal angkanya."""

    lebar: Decimal
    skala: Decimal
    desimal: int

    def puncak(self, nilai: Angka) -> Decimal:
        """Tinggi nilai itu pada gambar; yang negatif di alas."""
        tampak = max(Decimal(nilai), NOL)
        return ALAS_KECIL - tampak * self.skala


def deret(judul: str, semua: SemuaTahun, *, desimal: int = 0) -> str:
    """Realisasi sebagai batang, target sebagai garis di atasnya."""
    letak = _letak(semua, desimal)
    isi: list[str] = []
    tengah = letak.lebar / 2
    for setahun in semua:
        isi += _setahun(tengah, setahun, letak)
        tengah += letak.lebar
    alas = garis(
        x1=0,
        y1=ALAS_KECIL,
        x2=LEBAR_KECIL,
        y2=ALAS_KECIL,
        warna=TINTA,
    )
    isi.append(alas)
    isi += keterangan(CONTOH, TINGGI_KECIL - 6)
    return svg(judul, TINGGI_KECIL, isi, lebar=LEBAR_KECIL)


def _letak(semua: SemuaTahun, desimal: int) -> _Letak:
    """Yang tertinggi menyentuh atas gambar."""
    puncak = max(_nilai(semua), default=NOL)
    tinggi = ALAS_KECIL - ATAS_KECIL
    skala = NOL
    if puncak > 0:
        skala = tinggi / puncak
    banyak = max(len(semua), 1)
    lebar = Decimal(LEBAR_KECIL) / banyak
    return _Letak(lebar=lebar, skala=skala, desimal=desimal)


def _nilai(semua: SemuaTahun) -> Iterator[Decimal]:
    """Semua angka yang ada."""
    for setahun in semua:
        for angka in (setahun.target, setahun.realisasi):
            if angka is not None:
                yield Decimal(angka)


def _setahun(tengah: Decimal, setahun: Setahun, letak: _Letak) -> Unsur:
    """Tahunnya, batang realisasinya, lalu garis targetnya."""
    tahun = str(setahun.tahun)
    yield teks(tengah, BAWAH_TAHUN, tahun, jangkar="middle", ukuran=10)
    if setahun.realisasi is not None:
        yield from _batang(tengah, setahun.realisasi, letak)
    if setahun.target is not None:
        yield from _target(tengah, setahun, letak)


def _batang(tengah: Decimal, nilai: Angka, letak: _Letak) -> Unsur:
    """Batang dengan angkanya di dalam, di atas alas."""
    lebar = letak.lebar * TERISI_KECIL
    puncak = letak.puncak(nilai)
    kiri = tengah - lebar / 2
    tinggi = ALAS_KECIL - puncak
    yield kotak(
        x=kiri,
        y=puncak,
        lebar=lebar,
        tinggi=tinggi,
        warna=WARNA_REALISASI,
    )
    yield _angka(tengah, BAWAH_ANGKA, nilai, letak, WARNA_REALISASI)


def _target(tengah: Decimal, setahun: Setahun, letak: _Letak) -> Unsur:
    """Garis selebar batang dengan angkanya di atas keduanya."""
    target = setahun.target or 0
    lebar = letak.lebar * LEBAR_TARGET
    puncak = letak.puncak(target)
    batang = letak.puncak(setahun.realisasi or 0)
    teratas = min(puncak, batang)
    kiri = tengah - lebar / 2
    yield garis(
        x1=kiri,
        y1=puncak,
        x2=kiri + lebar,
        y2=puncak,
        warna=WARNA_TARGET,
        tebal=3,
    )
    yield _angka(tengah, teratas - 6, target, letak, TINTA)


def _angka(
    x: Decimal,
    y: Decimal,
    nilai: Angka,
    letak: _Letak,
    warna: str,
) -> str:
    """Angka kecil di tengah tahunnya."""
    tulisan = format_angka(nilai, letak.desimal)
    return teks(x, y, tulisan, jangkar="middle", ukuran=9, warna=warna)
