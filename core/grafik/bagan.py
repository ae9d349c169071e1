"""Bagan organisasi."""

from dataclasses import dataclass
from decimal import Decimal
from textwrap import wrap

from core.grafik.dasar import (
    ALAS,
    LEBAR,
    PUTIH,
    TINTA,
    WARNA,
    Angka,
    Tulisan,
    Unsur,
    garis,
    kotak,
    svg,
    teks,
)

TENGAH = Decimal(LEBAR) / 2
LEBAR_KEPALA = Decimal(230)
BAWAH_KEPALA = 62
KIRI_SEKRETARIAT = 440
GARIS_BIDANG = 160  # garis mendatar tempat semua bidang bergantung
ATAS_BIDANG = 186
BARIS = 14


@dataclass(frozen=True)
class _Petak:
    """Letak, ukuran dan warna satu kotak bagan."""

    x: Angka
    y: Angka
    lebar: Angka
    tinggi: int
    warna: str = ALAS
    tulisan: str = TINTA


def bagan(
    judul: str,
    kepala: Tulisan,
    sekretariat: Tulisan,
    bidang: Tulisan,
) -> str:
    """Bagan organisasi: kepala di atas, sekretariat di samping, bidang sejajar di bawah."""
    bawah = BAWAH_KEPALA
    tinggi = 132
    if bidang:
        bawah = GARIS_BIDANG
        tinggi = 252
    petak_kepala = _Petak(
        x=TENGAH - LEBAR_KEPALA / 2,
        y=2,
        lebar=LEBAR_KEPALA,
        tinggi=60,
        warna=WARNA[1],
        tulisan=PUTIH,
    )
    tulang = garis(x1=TENGAH, y1=BAWAH_KEPALA, x2=TENGAH, y2=bawah, warna=TINTA)
    isi = [tulang]
    isi += _sekretariat(sekretariat)
    isi += _bidang(bidang)
    isi += _gambar(petak_kepala, kepala)
    return svg(judul, tinggi, isi)


def _sekretariat(sekretariat: Tulisan) -> Unsur:
    """Bertumpuk di kanan, masing-masing bergaris ke batang tengah."""
    y = 84
    for nama in sekretariat:
        petak = _Petak(
            x=KIRI_SEKRETARIAT,
            y=y,
            lebar=LEBAR - KIRI_SEKRETARIAT - 1,
            tinggi=36,
        )
        yield garis(
            x1=TENGAH,
            y1=y + 18,
            x2=KIRI_SEKRETARIAT,
            y2=y + 18,
            warna=TINTA,
        )
        yield from _gambar(petak, nama.splitlines())
        y += 46


def _bidang(bidang: Tulisan) -> Unsur:
    """Sejajar, bergantung pada satu garis mendatar."""
    if not bidang:
        return
    selang = Decimal(LEBAR) / len(bidang)
    lebar = min(selang - 12, LEBAR_KEPALA)
    tengah = selang / 2
    yield garis(
        x1=tengah,
        y1=GARIS_BIDANG,
        x2=LEBAR - tengah,
        y2=GARIS_BIDANG,
        warna=TINTA,
    )
    for nama in bidang:
        petak = _Petak(
            x=tengah - lebar / 2,
            y=ATAS_BIDANG,
            lebar=lebar,
            tinggi=64,
        )
        baris: list[str] = []
        for satu in nama.splitlines():
            baris += wrap(satu, max(int(lebar / 7), 8))
        yield garis(
            x1=tengah,
            y1=GARIS_BIDANG,
            x2=tengah,
            y2=ATAS_BIDANG,
            warna=TINTA,
        )
        yield from _gambar(petak, baris)
        tengah += selang


def _gambar(petak: _Petak, baris: Tulisan) -> Unsur:
    """Kotak bertepi dengan beberapa baris tulisan di tengahnya."""
    tengah = petak.x + Decimal(petak.lebar) / 2
    sisa = Decimal(petak.tinggi - BARIS * len(baris))
    y = petak.y + sisa / 2 + 11
    yield kotak(
        x=petak.x,
        y=petak.y,
        lebar=petak.lebar,
        tinggi=petak.tinggi,
        warna=petak.warna,
        tepi=TINTA,
    )
    for satu in baris:
        yield teks(tengah, y, satu, jangkar="middle", warna=petak.tulisan)
        y += BARIS
