"""Batang mendatar bertautan, satu lajur tiap deretnya, 0 sampai 100; lebarnya menurut layarnya."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from textwrap import wrap

from core.angka import format_angka
from core.grafik.dasar import (
    ALAS,
    LEBAR,
    SERATUS,
    TINTA,
    WARNA,
    Deret,
    Unsur,
    garis,
    keterangan,
    kotak,
    svg,
    tautan,
    teks,
)

SEMPIT = 340  # lebar gambar pada layar telepon
TEMPAT_ANGKA = 84
TINGGI_NAMA = 14
TINGGI_LAJUR = 16
TINGGI_BATANG = 12
JARAK = 10
PER_AKSARA = Decimal("6.2")
NOL = Decimal(0)
TAK_TERHITUNG = "tak terhitung"
PERSEN = " %"


@dataclass(frozen=True)
class Lajur:
    """Satu nama, persennya menurut tiap deret, dan halaman yang dibukanya."""

    nama: str
    persen: Sequence[Decimal | None]
    url: str = ""


SemuaLajur = Sequence[Lajur]
SemuaDeret = Sequence[Deret]
BIASA = (Deret("Persen", (), WARNA[1]),)


@dataclass(frozen=True)
class _Ukuran:
    """Lebar gambar, lebar batangnya, nilai sepenuh batang, dan satuan di belakang angkanya."""

    lebar: int
    penuh: Decimal
    satuan: str

    @property
    def batang(self) -> Decimal:
        """Selebihnya tempat angkanya."""
        return Decimal(self.lebar - TEMPAT_ANGKA)

    @property
    def batas(self) -> Decimal:
        """Letak garis 100 %."""
        return SERATUS / self.penuh * self.batang

    def tulisan(self, nilai: Decimal) -> str:
        """Dua desimal."""
        angka = format_angka(nilai, 2)
        return f"{angka}{self.satuan}"

    def baris_nama(self, nama: str) -> list[str]:
        """Nama dilipat selebar gambarnya."""
        aksara = int(self.lebar / PER_AKSARA)
        return wrap(nama, aksara) or [""]


def lajur(
    judul: str,
    baris: SemuaLajur,
    deret: SemuaDeret = BIASA,
    *,
    lebar: int = LEBAR,
    satuan: str = PERSEN,
) -> str:
    """Nama di atas batangnya, angka di kanannya, garis tegak pada 100; kosong tanpa baris."""
    if not baris:
        return ""
    ukuran = _Ukuran(lebar, max(_persen(baris)), satuan)
    isi: list[str] = []
    y = Decimal(TINGGI_NAMA)
    for satu in baris:
        gambar = "".join(_satu(satu, deret, ukuran, y))
        bertautan = tautan(satu.url, satu.nama, gambar)
        isi.append(bertautan)
        y += _tinggi(satu, ukuran)
    angka = teks(ukuran.batas, y, f"100{satuan}", jangkar="middle", ukuran=10)
    isi.append(angka)
    if len(deret) > 1:
        y += TINGGI_LAJUR
        isi += keterangan(deret, y)
    is_bertautan = any(satu.url for satu in baris)
    return svg(judul, y + 6, isi, lebar=lebar, is_bertautan=is_bertautan)


def _persen(baris: SemuaLajur) -> Iterator[Decimal]:
    """Seratus, lalu setiap persen yang diketahui."""
    yield SERATUS
    for satu in baris:
        for nilai in satu.persen:
            if nilai is not None:
                yield nilai


def _tinggi(satu: Lajur, ukuran: _Ukuran) -> int:
    """Baris namanya, lajurnya, dan jarak ke baris berikutnya."""
    nama = TINGGI_NAMA * len(ukuran.baris_nama(satu.nama))
    return nama + TINGGI_LAJUR * len(satu.persen) + JARAK


def _satu(satu: Lajur, deret: SemuaDeret, ukuran: _Ukuran, y: Decimal) -> Unsur:
    """Nama, lalu satu batang tiap deret."""
    for tulisan in ukuran.baris_nama(satu.nama):
        yield teks(0, y, tulisan)
        y += TINGGI_NAMA
    atas = y - TINGGI_NAMA + 4
    for milik, nilai in zip(deret, satu.persen, strict=True):
        yield from _batang(milik, nilai, ukuran, atas)
        atas += TINGGI_LAJUR


def _batang(
    deret: Deret,
    nilai: Decimal | None,
    ukuran: _Ukuran,
    y: Decimal,
) -> Unsur:
    """Alas, batang berarsir menurut deretnya, garis 100, dan angkanya."""
    penuh = ukuran.batang
    yield kotak(x=0, y=y, lebar=penuh, tinggi=TINGGI_BATANG, warna=ALAS)
    tampak = max(nilai or NOL, NOL)
    panjang = tampak / ukuran.penuh * ukuran.batang
    yield kotak(
        x=0,
        y=y,
        lebar=panjang,
        tinggi=TINGGI_BATANG,
        warna=deret.warna,
        pola=deret.pola,
        arsir=deret.tulisan,
    )
    batas = ukuran.batas
    bawah = y + TINGGI_BATANG
    yield garis(x1=batas, y1=y, x2=batas, y2=bawah, warna=TINTA, tebal=2)
    tulisan = TAK_TERHITUNG
    if nilai is not None:
        tulisan = ukuran.tulisan(nilai)
    yield teks(ukuran.lebar, bawah - 2, tulisan, jangkar="end")
