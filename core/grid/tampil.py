"""Kisi siap tampil: sel, judul kelompok, jumlah, dan jawaban sesudah menyimpan."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from core.grid.dasar import Grid
from core.grid.kolom import BarisKisi, Hasil, KolomKisi

Alamat = tuple[str, str]  # kunci baris dan nama kolom


@dataclass(frozen=True)
class SelKisi:
    """Satu sel siap tampil; `lama` tulisan yang tersimpan bila isian pengguna belum tersimpan."""

    kolom: KolomKisi
    nilai: str
    is_isian: bool
    hasil: Hasil | None = None


@dataclass(frozen=True)
class BarisTampil:
    baris: BarisKisi
    sel: list[SelKisi]

    @property
    def pesan(self) -> list[str]:
        """Pesan baris dan tiap selnya, tanpa pengulangan."""
        semua = [self.baris.pesan, *(s.hasil.pesan for s in self.sel if s.hasil)]
        return _unique(semua)


def _unique(texts: Iterable[str]) -> list[str]:
    """Yang tidak kosong, tanpa pengulangan."""
    return list(dict.fromkeys(filter(None, texts)))


def page_context(
    grid: Grid,
    may_edit: bool,
    typed: dict[Alamat, str],
    hasil: dict[Alamat, Hasil],
) -> dict[str, Any]:
    """Konteks templat; `typed` isian yang belum tersimpan dan `hasil` sebabnya."""
    rows = grid.rows()
    columns = grid.columns()
    locks = {kolom.nama: grid.column_lock(kolom) for kolom in columns}
    shown = [display_row(row, columns, locks, may_edit, typed, hasil) for row in rows]
    totals = grid.totals(rows)
    reasons = [*(row.lock_reason for row in rows), *locks.values()]
    return {
        "grid": grid,
        "rows": shown,
        "columns": columns,
        "groups": groups(columns),
        "totals": [(kolom.nama, totals.get(kolom.nama, "")) for kolom in columns] if totals else [],
        "may_edit": may_edit,
        "seen": json.dumps(seen(shown)),
        "reasons": _unique(reasons),
    }


def by_cell(hasil: Iterable[Hasil]) -> dict[Alamat, Hasil]:
    return {(h.kunci, h.kolom): h for h in hasil}


def display_row(
    row: BarisKisi,
    columns: Sequence[KolomKisi],
    locks: dict[str, str],
    may_edit: bool,
    typed: dict[Alamat, str],
    hasil: dict[Alamat, Hasil],
) -> BarisTampil:
    """Sel tiap kolom: isian bila boleh diubah, selain itu tulisan."""
    is_open = may_edit and not row.lock_reason
    sel = []
    for kolom in columns:
        alamat = (row.kunci, kolom.nama)
        nilai = typed.get(alamat, _text(row, kolom))
        is_isian = is_open and row.is_isian(kolom) and not locks[kolom.nama]
        sel.append(SelKisi(kolom, nilai, is_isian, hasil.get(alamat)))
    return BarisTampil(row, sel)


def _text(row: BarisKisi, kolom: KolomKisi) -> str:
    """Tulisan sel yang tersimpan."""
    return kolom.text(row.isi.get(kolom.nama))


def groups(columns: Sequence[KolomKisi]) -> list[tuple[str, int]]:
    """Judul kelompok dan banyak kolomnya; kosong bila tidak ada kelompok."""
    names = [kolom.kelompok for kolom in columns]
    if not any(names):
        return []
    return [(name, len(list(run))) for name, run in groupby(names)]


def seen(rows: Sequence[BarisTampil]) -> dict[str, str]:
    """Tulisan tersimpan tiap sel isian, untuk formulir tanpa JavaScript."""
    found = {}
    for row in rows:
        for kolom in (sel.kolom for sel in row.sel if sel.is_isian):
            found[f"{row.baris.kunci}.{kolom.nama}"] = _text(row.baris, kolom)
    return found


def summary(grid: Grid, hasil: Sequence[Hasil]) -> dict[str, Any]:
    """Jawaban JSON: hasil, tulisan sel yang tersentuh atau terhitung, pesan baris, jumlah."""
    rows = grid.rows()
    columns = grid.columns()
    touched = {h.kunci for h in hasil}
    cells = {row.kunci: _answered(row, columns, row.kunci in touched) for row in rows}
    return {
        "hasil": [vars(h) for h in hasil],
        "baris": {kunci: isi for kunci, isi in cells.items() if isi},
        "pesan_baris": {row.kunci: row.pesan for row in rows if row.kunci in touched},
        "jumlah": grid.totals(rows),
    }


def _answered(
    row: BarisKisi,
    columns: Sequence[KolomKisi],
    is_touched: bool,
) -> dict[str, str]:
    """Sel yang dikirim kembali: semuanya bila barisnya tersentuh, selainnya yang terhitung."""
    shown = [kolom for kolom in columns if is_touched or not row.is_isian(kolom)]
    return {kolom.nama: _text(row, kolom) for kolom in shown}
