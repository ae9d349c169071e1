"""Daftar sebagai lembar kerja: semua baris tersaring, tidak hanya halaman yang tampak."""

from collections.abc import Callable, Sequence
from typing import Any

from django.http import HttpResponse

from core.spreadsheet import csv_text, headers, xlsx
from core.tabel import Kepala, Kolom, Tabel
from core.tables import AngkaColumn, Table, TotalColumn

CSV = "text/csv; charset=utf-8"


def _isi(table: Table) -> tuple[list[str], list[list[Any]]]:
    kepala, *baris = table.as_values()
    return [str(teks) for teks in kepala], [list(row) for row in baris]


def ke_xlsx(table: Table, judul: str, name: str, kop: Sequence[str] = ()) -> HttpResponse:
    """Berkop; kolom yang dijumlahkan di kaki tabel menjadi rumus."""
    kepala, baris = _isi(table)
    kolom = [_kolom(c.column) for c in table.columns]
    lembar = Tabel(
        judul,
        kolom,
        [[Kepala(teks) for teks in kepala]],
        baris,
        [*kop, judul.upper()],
        jumlah="Jumlah" if any(k.is_jumlah for k in kolom) else "",
        is_lanskap=True,
    )
    return HttpResponse(xlsx(lembar), headers=headers(name))


def _kolom(column: Any) -> Kolom:
    jenis = "desimal" if isinstance(column, AngkaColumn) else "teks"
    return Kolom(jenis, 22, is_jumlah=isinstance(column, TotalColumn))


def ke_csv(table: Table, judul: str, name: str, kop: Sequence[str] = ()) -> HttpResponse:
    return HttpResponse(csv_text(*_isi(table)), headers=headers(name, CSV))


Ekspor = Callable[[Table, str, str, Sequence[str]], HttpResponse]
EKSPOR: dict[str, Ekspor] = {"xlsx": ke_xlsx, "csv": ke_csv}
