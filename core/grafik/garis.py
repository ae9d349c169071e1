"""Garis target dan realisasi satu indikator menurut tahun; selebar telepon."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from core.angka import format_angka
from core.grafik.dasar import (
    PUTIH,
    TINTA,
    WARNA,
    Angka,
    Deret,
    Unsur,
    garis,
    keterangan,
    svg,
    tautan,
    teks,
    unsur,
)
from core.grafik.deret import LEBAR_KECIL, Setahun

ATAS = Decimal(30)
BAWAH = Decimal(106)
ALAS = BAWAH + 18
BAWAH_TAHUN = ALAS + 12
TINGGI = 160
REALISASI = Deret("Realisasi", (), WARNA[1])
TARGET = Deret("Target", (), WARNA[2])
JARI = 4
Titik = tuple[Decimal, Decimal]
SemuaTahun = Sequence[Setahun]


@dataclass(frozen=True)
class _Kertas:
    """Letak tiap tahun dan tiap nilai; yang terendah tidak selalu nol."""

    banyak: int
    terendah: Decimal
    tertinggi: Decimal

    def titik(self, urut: int, nilai: Angka) -> Titik:
        """Tahun di tengah bagiannya; nilai tunggal di tengah tingginya."""
        lebar = Decimal(LEBAR_KECIL) / self.banyak
        rentang = self.tertinggi - self.terendah
        bagian = Decimal("0.5")
        if rentang:
            bagian = (Decimal(nilai) - self.terendah) / rentang
        y = BAWAH - bagian * (BAWAH - ATAS)
        return lebar * urut + lebar / 2, y


def garis_tahun(judul: str, semua: SemuaTahun, *, desimal: int = 0) -> str:
    """Titik tiap tahun; yang tidak diketahui memutus garisnya. Kosong tanpa satu angka pun."""
    nilai = list(_nilai(semua))
    if not nilai:
        return ""
    bidang = _Kertas(len(semua), min(nilai), max(nilai))
    dasar = garis(x1=0, y1=ALAS, x2=LEBAR_KECIL, y2=ALAS, warna=TINTA)
    isi = [dasar]
    for urut, setahun in enumerate(semua):
        x, _ = bidang.titik(urut, bidang.terendah)
        tahun = str(setahun.tahun)
        isi.append(teks(x, BAWAH_TAHUN, tahun, jangkar="middle", ukuran=10))
    isi += _deret([s.target for s in semua], TARGET, bidang)
    isi += _deret([s.realisasi for s in semua], REALISASI, bidang)
    isi += _angka(semua, bidang, desimal)
    isi += _bertautan(semua, bidang)
    isi += keterangan((REALISASI, TARGET), TINGGI - 8)
    is_bertautan = any(satu.url for satu in semua)
    return svg(judul, TINGGI, isi, lebar=LEBAR_KECIL, is_bertautan=is_bertautan)


def _bertautan(semua: SemuaTahun, bidang: _Kertas) -> Unsur:
    """Setinggi gambarnya tiap tahun: titiknya terlalu kecil untuk ditekan."""
    lebar = Decimal(LEBAR_KECIL) / bidang.banyak
    for urut, setahun in enumerate(semua):
        if setahun.url:
            kolom = unsur(
                "rect",
                x=lebar * urut,
                y=0,
                width=lebar,
                height=BAWAH_TAHUN + 4,
                fill="transparent",
            )
            nama = str(setahun.tahun)
            yield tautan(setahun.url, nama, kolom)


def _nilai(semua: SemuaTahun) -> Iterator[Decimal]:
    """Semua angka yang diketahui."""
    for setahun in semua:
        for angka in (setahun.target, setahun.realisasi):
            if angka is not None:
                yield Decimal(angka)


def _deret(nilai: Sequence[Angka | None], deret: Deret, bidang: _Kertas) -> Unsur:
    """Garis antara dua tahun yang berurutan dan diketahui, lalu titiknya."""
    titik: list[Titik | None] = []
    for urut, angka in enumerate(nilai):
        if angka is None:
            titik.append(None)
            continue
        satu = bidang.titik(urut, angka)
        titik.append(satu)
    for awal, akhir in pairwise(titik):
        if awal and akhir:
            yield _ruas(awal, akhir, deret)
    for letak in titik:
        if letak:
            yield _tanda(letak, deret)


def _ruas(awal: Titik, akhir: Titik, deret: Deret) -> str:
    """Target putus-putus."""
    x1, y1 = awal
    x2, y2 = akhir
    putus = ""
    if deret is TARGET:
        putus = "5 3"
    return unsur(
        "line",
        x1=x1,
        y1=y1,
        x2=x2,
        y2=y2,
        stroke=deret.warna,
        stroke_width=2,
        stroke_dasharray=putus,
    )


def _tanda(titik: Titik, deret: Deret) -> str:
    """Realisasi bulat penuh, target persegi berongga: terbaca hitam putih."""
    x, y = titik
    if deret is REALISASI:
        return unsur("circle", cx=x, cy=y, r=JARI, fill=deret.warna)
    return unsur(
        "rect",
        x=x - JARI,
        y=y - JARI,
        width=2 * JARI,
        height=2 * JARI,
        fill=PUTIH,
        stroke=deret.warna,
        stroke_width=2,
    )


def _angka(semua: SemuaTahun, bidang: _Kertas, desimal: int) -> Unsur:
    """Angka di titik realisasinya: di bawahnya bila targetnya di atas."""
    for urut, setahun in enumerate(semua):
        if setahun.realisasi is None:
            continue
        x, y = bidang.titik(urut, setahun.realisasi)
        letak = y - 8
        target = setahun.target
        realisasi = setahun.realisasi
        if target is not None and target > realisasi:
            letak = y + 14
        tulisan = format_angka(realisasi, desimal)
        yield teks(x, letak, tulisan, jangkar="middle", ukuran=10)
