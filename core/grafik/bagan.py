"""Bagan organisasi."""

from collections.abc import Sequence
from decimal import Decimal
from textwrap import wrap

from core.grafik.dasar import ALAS, LEBAR, TINTA, WARNA, Angka, garis, kotak, svg, teks

TENGAH = Decimal(LEBAR) / 2
LEBAR_KEPALA = Decimal(230)
BAWAH_KEPALA = 62
KIRI_SEKRETARIAT = 440
GARIS_BIDANG = 160  # garis mendatar tempat semua bidang bergantung
ATAS_BIDANG = 186
BARIS = 14


def bagan(
    judul: str,
    kepala: Sequence[str],
    sekretariat: Sequence[str],
    bidang: Sequence[str],
) -> str:
    """Bagan organisasi: kepala di atas, sekretariat di samping, bidang sejajar di bawah."""
    batang = garis(TENGAH, BAWAH_KEPALA, TENGAH, GARIS_BIDANG if bidang else BAWAH_KEPALA, TINTA)
    isi = [batang, *_sekretariat(sekretariat), *_bidang(bidang)]
    kiri = TENGAH - LEBAR_KEPALA / 2
    isi += _petak(kiri, 2, LEBAR_KEPALA, 60, kepala, WARNA[1], "#ffffff")
    return svg(judul, 252 if bidang else 132, isi)


def _sekretariat(sekretariat: Sequence[str]) -> list[str]:
    isi = []
    lebar = LEBAR - KIRI_SEKRETARIAT - 1
    for i, nama in enumerate(sekretariat):
        y = 84 + 46 * i
        isi.append(garis(TENGAH, y + 18, KIRI_SEKRETARIAT, y + 18, TINTA))
        isi += _petak(KIRI_SEKRETARIAT, y, lebar, 36, [nama], ALAS)
    return isi


def _bidang(bidang: Sequence[str]) -> list[str]:
    if not bidang:
        return []
    selang = Decimal(LEBAR) / len(bidang)
    lebar = min(selang - 12, LEBAR_KEPALA)
    isi = [garis(selang / 2, GARIS_BIDANG, LEBAR - selang / 2, GARIS_BIDANG, TINTA)]
    for i, nama in enumerate(bidang):
        x = selang * i
        tengah = x + selang / 2
        isi.append(garis(tengah, GARIS_BIDANG, tengah, ATAS_BIDANG, TINTA))
        baris = wrap(nama, max(int(lebar / 7), 8))
        isi += _petak(x + (selang - lebar) / 2, ATAS_BIDANG, lebar, 64, baris, ALAS)
    return isi


def _petak(
    x: Angka,
    y: Angka,
    lebar: Angka,
    tinggi: int,
    baris: Sequence[str],
    warna: str,
    tulisan: str = TINTA,
) -> list[str]:
    """Kotak bertepi dengan beberapa baris tulisan di tengahnya."""
    tengah = x + Decimal(lebar) / 2
    sisa = Decimal(tinggi - BARIS * len(baris))
    atas = y + sisa / 2 + 11
    isi = [kotak(x, y, lebar, tinggi, warna, tepi=TINTA)]
    for i, satu in enumerate(baris):
        isi.append(teks(tengah, atas + BARIS * i, satu, jangkar="middle", warna=tulisan))
    return isi
