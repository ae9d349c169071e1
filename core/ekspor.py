"""Daftar sebagai lembar kerja: kolom tabelnya, semua baris tersaring, tidak hanya halaman yang tampak."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse

from core.spreadsheet import Kepala, Kolom, Lembar, csv_text, headers, xlsx
from core.tables import AngkaColumn, Table

CSV = "text/csv; charset=utf-8"


def _isi(table: Table) -> tuple[list[str], list[list[Any]]]:
    kepala, *baris = table.as_values()
    return [str(teks) for teks in kepala], [list(row) for row in baris]


def ke_xlsx(table: Table, judul: str, name: str) -> HttpResponse:
    kepala, baris = _isi(table)
    kolom = [Kolom("desimal" if isinstance(c.column, AngkaColumn) else "teks", 22) for c in table.columns]
    lembar = Lembar(judul, kolom, [[Kepala(teks) for teks in kepala]], baris, [judul.upper()], is_lanskap=True)
    return HttpResponse(xlsx(lembar), headers=headers(name))


def ke_csv(table: Table, judul: str, name: str) -> HttpResponse:
    return HttpResponse(csv_text(*_isi(table)), headers=headers(name, CSV))


EKSPOR: dict[str, Callable[[Table, str, str], HttpResponse]] = {"xlsx": ke_xlsx, "csv": ke_csv}
