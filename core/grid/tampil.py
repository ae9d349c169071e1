"""Kisi siap tampil: sel isian atau tulisan, judul kelompok, jumlah, dan jawaban sesudah menyimpan."""

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
        return list(dict.fromkeys(filter(None, semua)))


def page_context(grid: Grid, may_edit: bool, typed: dict[Alamat, str], hasil: dict[Alamat, Hasil]) -> dict[str, Any]:
    """Konteks templat; `typed` isian yang belum tersimpan dan `hasil` sebabnya."""
    rows, columns = grid.rows(), grid.columns()
    locks = {kolom.nama: grid.column_lock(kolom) for kolom in columns}
    shown = [display_row(row, columns, locks, may_edit, typed, hasil) for row in rows]
    totals = grid.totals(rows)
    return {
        "grid": grid,
        "rows": shown,
        "columns": columns,
        "groups": groups(columns),
        "totals": [(kolom.nama, totals.get(kolom.nama, "")) for kolom in columns] if totals else [],
        "may_edit": may_edit,
        "seen": json.dumps(seen(shown)),
        "reasons": list(dict.fromkeys(filter(None, [*(r.lock_reason for r in rows), *locks.values()]))),
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
    return BarisTampil(
        row,
        [
            SelKisi(
                kolom,
                typed.get((row.kunci, kolom.nama), kolom.text(row.isi.get(kolom.nama))),
                is_open and row.is_isian(kolom) and not locks[kolom.nama],
                hasil.get((row.kunci, kolom.nama)),
            )
            for kolom in columns
        ],
    )


def groups(columns: Sequence[KolomKisi]) -> list[tuple[str, int]]:
    """Judul kelompok dan banyak kolomnya; kosong bila tidak ada kelompok."""
    found = [(name, len(list(run))) for name, run in groupby(columns, key=lambda kolom: kolom.kelompok)]
    return found if any(name for name, _ in found) else []


def seen(rows: Sequence[BarisTampil]) -> dict[str, str]:
    """Tulisan tersimpan tiap sel isian, untuk formulir tanpa JavaScript."""
    return {
        f"{row.baris.kunci}.{sel.kolom.nama}": sel.kolom.text(row.baris.isi.get(sel.kolom.nama))
        for row in rows
        for sel in row.sel
        if sel.is_isian
    }


def summary(grid: Grid, hasil: Sequence[Hasil]) -> dict[str, Any]:
    """Jawaban JSON: hasil, tulisan sel baris yang tersentuh, sel terhitung lain, pesan baris, jumlah."""
    rows, columns = grid.rows(), grid.columns()
    touched = {h.kunci for h in hasil}

    cells = {
        row.kunci: {k.nama: k.text(row.isi.get(k.nama)) for k in columns if row.kunci in touched or not row.is_isian(k)}
        for row in rows
    }
    return {
        "hasil": [vars(h) for h in hasil],
        "baris": {kunci: isi for kunci, isi in cells.items() if isi},
        "pesan_baris": {row.kunci: row.pesan for row in rows if row.kunci in touched},
        "jumlah": grid.totals(rows),
    }
