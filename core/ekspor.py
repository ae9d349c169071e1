"""Daftar sebagai lembar kerja: semua baris tersaring, tidak hanya halaman yang tampak."""

from collections.abc import Callable, Sequence
from typing import Any

from django.http import HttpResponse

from core.spreadsheet import csv_text, headers, xlsx
from core.tabel import Kepala, Kolom, Tabel
from core.tables import AngkaColumn, Table, TotalColumn

CSV = "text/csv; charset=utf-8"
LEBAR = 22  # aksara


def _isi(table: Table) -> tuple[list[str], list[list[Any]]]:
    """Judul kolom dan baris sebagai nilai, bukan tulisan."""
    judul, *rows = table.as_values()
    kepala = [str(teks) for teks in judul]
    baris = [list(row) for row in rows]
    return kepala, baris


def ke_xlsx(table: Table, judul: str, name: str, kop: Sequence[str] = ()) -> HttpResponse:
    """Berkop; kolom yang dijumlahkan di kaki tabel menjadi rumus."""
    kepala, baris = _isi(table)
    kolom = [_kolom(satu.column) for satu in table.columns.iterall()]
    has_jumlah = any(satu.is_jumlah for satu in kolom)
    lembar = Tabel(
        nama=judul,
        kolom=kolom,
        kepala=[[Kepala(teks) for teks in kepala]],
        baris=baris,
        judul=[*kop, judul.upper()],
        jumlah="Jumlah" if has_jumlah else "",
        is_lanskap=True,
    )
    return HttpResponse(xlsx(lembar), headers=headers(name))


def _kolom(column: Any) -> Kolom:
    """Kolom yang berkaki jumlah dijumlahkan juga pada lembarnya."""
    jenis = "teks"
    if isinstance(column, AngkaColumn):
        jenis = "desimal"
    return Kolom(
        jenis=jenis,
        lebar=LEBAR,
        is_jumlah=isinstance(column, TotalColumn),
    )


def ke_csv(table: Table, judul: str, name: str, kop: Sequence[str] = ()) -> HttpResponse:
    """Tanpa kop dan tanpa jumlah: untuk diolah lagi."""
    kepala, baris = _isi(table)
    isi = csv_text(kepala, baris)
    return HttpResponse(isi, headers=headers(name, CSV))


Ekspor = Callable[[Table, str, str, Sequence[str]], HttpResponse]
EKSPOR: dict[str, Ekspor] = {
    "xlsx": ke_xlsx,
    "csv": ke_csv,
}
