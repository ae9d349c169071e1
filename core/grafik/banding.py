"""Batang persen di antara dua pembanding: wajik dan garis tegak."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from textwrap import wrap

from core.grafik.dasar import (
    ALAS,
    LEBAR,
    PUTIH,
    SERATUS,
    TINTA,
    WARNA,
    Angka,
    Unsur,
    bidang,
    garis,
    kotak,
    svg,
    teks,
    tulisan_persen,
)

KIRI = 168
JARAK = 23
PANJANG = Decimal(LEBAR - KIRI - 60)
TENGAH = Decimal("11.5")  # pusat wajik pada barisnya
SKALA = [Decimal(persen) for persen in range(0, 101, 25)]


@dataclass(frozen=True)
class Banding:
    """Satu baris berpembanding: nilai sendiri sebagai batang, rata-rata di sekitarnya tanda."""

    nama: str
    nilai: Decimal
    wajik: Decimal
    tegak: Decimal


def banding(judul: str, baris: Sequence[Banding], nama: tuple[str, str, str]) -> str:
    """Batang persen tiap baris dengan dua tanda: wajik dan garis tegak; `nama` ketiganya."""
    dasar = JARAK * len(baris)
    isi = list(_garis_skala(dasar))
    for nomor, satu in enumerate(baris):
        y = Decimal(JARAK * nomor)
        isi += _nama(satu.nama, y)
        isi += _banding(satu, y)
    isi += _angka_skala(dasar)
    bawah = Decimal(dasar + 32)
    isi += _keterangan(bawah, *nama)
    return svg(judul, dasar + 38, isi)


def _garis_skala(dasar: int) -> Unsur:
    """Garis tegak tiap skala, di bawah semua batang."""
    for skala in SKALA:
        x = _letak(skala)
        yield garis(x1=x, y1=0, x2=x, y2=dasar, warna=ALAS)


def _angka_skala(dasar: int) -> Unsur:
    """Angka skala di bawah garisnya."""
    for skala in SKALA:
        x = _letak(skala)
        angka = str(skala)
        yield teks(x, dasar + 12, angka, jangkar="middle", ukuran=10)


def _letak(persen: Decimal) -> Decimal:
    return KIRI + persen / SERATUS * PANJANG


def _nama(nama: str, y: Decimal) -> Unsur:
    """Nama di kiri batang, paling banyak dua baris."""
    semua = wrap(nama, 27)
    tulisan = semua[:2]
    atas = y + 10
    if len(tulisan) == 1:
        atas = y + 16
    for bagian in tulisan:
        yield teks(KIRI - 8, atas, bagian, jangkar="end")
        atas += 11


def _banding(satu: Banding, y: Decimal) -> Unsur:
    """Batang berarsir di atas alasnya, kedua tanda, lalu angkanya."""
    atas = y + 4
    panjang = _letak(satu.nilai) - KIRI
    yield kotak(x=KIRI, y=atas, lebar=PANJANG, tinggi=15, warna=ALAS)
    yield _arsiran(atas, panjang, 15)
    x_tegak = _letak(satu.tegak)
    x_wajik = _letak(satu.wajik)
    yield _tegak(x_tegak, y)
    yield _wajik(x_wajik, y + TENGAH)
    angka = tulisan_persen(satu.nilai)
    yield teks(LEBAR, y + 16, angka, jangkar="end")


def _keterangan(y: Decimal, sendiri: str, wajik: str, tegak: str) -> Unsur:
    """Contoh batang dan kedua tanda, masing-masing dengan namanya."""
    pertama = Decimal(KIRI + 14)
    kedua = Decimal(KIRI + 168)
    ketiga = Decimal(KIRI + 316)
    yield _arsiran(y - 9, 18, 10)
    yield _sebutan(pertama, y, sendiri)
    yield _wajik(kedua, y - 4)
    yield _sebutan(kedua, y, wajik)
    yield _tegak(ketiga, y - 15)
    yield _sebutan(ketiga, y, tegak)


def _sebutan(x: Decimal, y: Decimal, nama: str) -> str:
    """Nama di kanan contohnya."""
    return teks(x + 10, y, nama, ukuran=10)


def _arsiran(y: Decimal, lebar: Angka, tinggi: int) -> str:
    """Batang sendiri berarsir agar beda dari tandanya."""
    return kotak(
        x=KIRI,
        y=y,
        lebar=lebar,
        tinggi=tinggi,
        warna=WARNA[3],
        pola="miring",
        arsir=PUTIH,
    )


def _tegak(x: Decimal, y: Decimal) -> str:
    """Garis tegak pembandingnya."""
    kiri = x - Decimal("1.5")
    atas = y + 1
    warna = WARNA[4]
    return kotak(x=kiri, y=atas, lebar=3, tinggi=21, warna=warna)


def _wajik(x: Decimal, y: Decimal) -> str:
    """Wajik berisi gelap bertepi terang, tampak di atas batang apa pun."""
    atas = (x, y - 6)
    kanan = (x + 5, y)
    bawah = (x, y + 6)
    kiri = (x - 5, y)
    sudut = [atas, kanan, bawah, kiri]
    return bidang(sudut, PUTIH, isi=TINTA)
