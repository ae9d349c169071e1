"""Bagan organisasi."""

from collections.abc import Sequence
from decimal import Decimal
from textwrap import wrap

from core.grafik.dasar import ALAS, LEBAR, TINTA, WARNA, Angka, garis, kotak, svg, teks


def bagan(judul: str, kepala: Sequence[str], sekretariat: Sequence[str], bidang: Sequence[str]) -> str:
    """Bagan organisasi: kepala di atas, sekretariat di samping, bidang sejajar di bawah."""
    tengah, lebar_kepala, baris_bidang = Decimal(LEBAR) / 2, Decimal(230), 186
    isi = [garis(tengah, 62, tengah, 160 if bidang else 62, TINTA)]
    for i, nama in enumerate(sekretariat):
        y = 84 + 46 * i
        isi += [garis(tengah, y + 18, 440, y + 18, TINTA), *_petak(440, y, LEBAR - 441, 36, [nama], ALAS)]
    selang = Decimal(LEBAR) / max(len(bidang), 1)
    if bidang:
        isi.append(garis(selang / 2, 160, LEBAR - selang / 2, 160, TINTA))
    for i, nama in enumerate(bidang):
        x, lebar = selang * i, min(selang - 12, lebar_kepala)
        isi.append(garis(x + selang / 2, 160, x + selang / 2, baris_bidang, TINTA))
        baris = wrap(nama, max(int(lebar / 7), 8))
        isi += _petak(x + (selang - lebar) / 2, baris_bidang, lebar, 64, baris, ALAS)
    isi += _petak(tengah - lebar_kepala / 2, 2, lebar_kepala, 60, kepala, WARNA[1], "#ffffff")
    return svg(judul, 252 if bidang else 132, isi)


def _petak(
    x: Angka, y: Angka, lebar: Angka, tinggi: int, baris: Sequence[str], warna: str, tulisan: str = TINTA
) -> list[str]:
    """Kotak bertepi dengan beberapa baris tulisan di tengahnya."""
    tengah, atas = x + Decimal(lebar) / 2, y + Decimal(tinggi - 14 * len(baris)) / 2 + 11
    isi = [kotak(x, y, lebar, tinggi, warna, tepi=TINTA)]
    isi += [teks(tengah, atas + 14 * i, t, jangkar="middle", warna=tulisan) for i, t in enumerate(baris)]
    return isi
