"""Garis target dan realisasi satu indikator menurut tahun; selebar telepon."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from core.angka import format_angka
from core.grafik.dasar import TINTA, WARNA, Angka, Deret, Unsur, garis, keterangan, svg, teks, unsur
from core.grafik.deret import LEBAR_KECIL, Setahun

ATAS = Decimal(30)
BAWAH = Decimal(118)
BAWAH_TAHUN = BAWAH + 16
TINGGI = 160
REALISASI = Deret("Realisasi", (), WARNA[1])
TARGET = Deret("Target", (), WARNA[2])
JARI = 4
Titik = tuple[Decimal, Decimal]
SemuaTahun = Sequence[Setahun]


@dataclass(frozen=True)
class _Bidang:
    """Letak tiap tahun dan tiap nilai; yang terendah tidak selalu nol."""

    banyak: int
    terendah: Decimal
    tertinggi: Decimal

    def titik(self, urut: int, nilai: Angka) -> Titik:
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
    bidang = _Bidang(len(semua), min(nilai), max(nilai))
    isi = [garis(x1=0, y1=BAWAH + 4, x2=LEBAR_KECIL, y2=BAWAH + 4, warna=TINTA)]
    for urut, setahun in enumerate(semua):
        x, _ = bidang.titik(urut, bidang.terendah)
        isi.append(teks(x, BAWAH_TAHUN, str(setahun.tahun), jangkar="middle", ukuran=10))
    isi += _deret([s.target for s in semua], TARGET, bidang)
    isi += _deret([s.realisasi for s in semua], REALISASI, bidang)
    isi += _angka(semua, bidang, desimal)
    isi += keterangan((REALISASI, TARGET), TINGGI - 8)
    return svg(judul, TINGGI, isi, lebar=LEBAR_KECIL)


def _nilai(semua: SemuaTahun) -> Iterator[Decimal]:
    for setahun in semua:
        for angka in (setahun.target, setahun.realisasi):
            if angka is not None:
                yield Decimal(angka)


def _deret(nilai: Sequence[Angka | None], deret: Deret, bidang: _Bidang) -> Unsur:
    """Garis antara dua tahun yang berurutan dan diketahui, lalu titiknya."""
    putus = ""
    if deret is TARGET:
        putus = "5 3"
    titik: list[Titik | None] = []
    for urut, angka in enumerate(nilai):
        titik.append(None if angka is None else bidang.titik(urut, angka))
    for awal, akhir in zip(titik, titik[1:], strict=False):
        if awal and akhir:
            yield unsur(
                "line",
                x1=awal[0],
                y1=awal[1],
                x2=akhir[0],
                y2=akhir[1],
                stroke=deret.warna,
                stroke_width=2,
                stroke_dasharray=putus,
            )
    for satu in filter(None, titik):
        yield _tanda(satu, deret)


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
        fill="none",
        stroke=deret.warna,
        stroke_width=2,
    )


def _angka(semua: SemuaTahun, bidang: _Bidang, desimal: int) -> Unsur:
    """Angka realisasi di atas yang lebih tinggi dari titik dan targetnya."""
    for urut, setahun in enumerate(semua):
        if setahun.realisasi is None:
            continue
        x, y = bidang.titik(urut, setahun.realisasi)
        if setahun.target is not None:
            _, y_target = bidang.titik(urut, setahun.target)
            y = min(y, y_target)
        tulisan = format_angka(setahun.realisasi, desimal)
        yield teks(x, y - 8, tulisan, jangkar="middle", ukuran=10)
