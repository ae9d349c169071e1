"""Tabel pada lembar kerja, dengan nama kolom dan tulisan seperti pada halaman."""

import io
import re
from decimal import Decimal

from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from core.angka import format_angka, ringkas
from tests.emas import tampak
from tests.jalan.halaman import Sel, TabelHalaman, nama_kolom, rapi

JUDUL = re.compile(r"\$(\d+):\$(\d+)")
PECAHAN = re.compile(r"0\.(0+)")


def tabel_lembar(isi: bytes) -> list[TabelHalaman]:
    """Satu tabel tiap lembar; kepalanya baris yang diulang saat dicetak."""
    buku = load_workbook(io.BytesIO(isi), data_only=True)
    return [_tabel(lembar) for lembar in buku.worksheets]


def _tabel(lembar: Worksheet) -> TabelHalaman:
    petak = _petak(lembar)
    cocok = JUDUL.search(lembar.print_title_rows or "")
    assert cocok, f"{lembar.title}: tanpa baris judul"
    awal, akhir = map(int, cocok.groups())
    return TabelHalaman(nama_kolom(petak[awal - 1 : akhir]), petak[akhir:])


def _petak(lembar: Worksheet) -> list[list[Sel]]:
    """Semua sel; yang digabungkan berisi tulisan sel pertamanya."""
    petak = [[Sel(_tulisan(sel)) for sel in row] for row in lembar.iter_rows()]
    for gabung in lembar.merged_cells.ranges:
        pertama = petak[gabung.min_row - 1][gabung.min_col - 1]
        for row in petak[gabung.min_row - 1 : gabung.max_row]:
            row[gabung.min_col - 1 : gabung.max_col] = [pertama] * (
                gabung.max_col - gabung.min_col + 1
            )
    return petak


def _tulisan(sel: Cell) -> str:
    """Isi sel sebagaimana tampak di lembar kerja."""
    isi = tampak(sel)
    if isi is None or isinstance(isi, bool):
        return ""
    if not isinstance(isi, int | float):
        return rapi(str(isi))
    angka = Decimal(repr(isi))
    cocok = PECAHAN.search(sel.number_format)
    if cocok:
        return format_angka(angka, len(cocok[1]))
    return ringkas(angka)
