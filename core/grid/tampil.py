"""Kisi siap tampil: sel, judul kelompok, jumlah, dan jawaban sesudah menyimpan."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from django.utils.safestring import SafeString, mark_safe

from core.grid.dasar import Grid
from core.grid.kolom import Alamat, BarisKisi, Columns, Hasil, KolomKisi
from core.grid.sel import isian, terbaca

Isi = dict[str, Any]  # yang disebut templatnya
Teks = dict[str, str]  # menurut nama kolomnya
Typed = dict[Alamat, str]
Nasib = dict[Alamat, Hasil]


@dataclass(frozen=True)
class SelKisi:
    """Satu sel siap tampil; `lama` tulisan yang tersimpan bila isian pengguna belum tersimpan."""

    kolom: KolomKisi
    nilai: str
    is_isian: bool
    hasil: Hasil | None = None

    def html(self, kunci: str) -> SafeString:
        """Selnya pada baris berkunci itu."""
        if not self.is_isian:
            return terbaca(self.kolom, self.nilai)
        status = ""
        if self.hasil:
            status = self.hasil.status
        return isian(kunci, self.kolom, self.nilai, status)


@dataclass(frozen=True)
class BarisTampil:
    baris: BarisKisi
    sel: list[SelKisi]

    @property
    def html(self) -> SafeString:
        """Semua selnya sesudah pangkal barisnya."""
        kunci = self.baris.kunci
        semua = [sel.html(kunci) for sel in self.sel]
        return mark_safe("".join(semua))

    @property
    def pesan(self) -> list[str]:
        """Pesan baris dan tiap selnya, tanpa pengulangan."""
        semua = [self.baris.pesan]
        for sel in self.sel:
            if sel.hasil:
                semua.append(sel.hasil.pesan)
        return _unique(semua)


def _unique(semua_teks: Iterable[str]) -> list[str]:
    """Yang tidak kosong, tanpa pengulangan."""
    filled = filter(None, semua_teks)
    return list(dict.fromkeys(filled))


def konteks_kisi(
    grid: Grid,
    rows: Sequence[BarisKisi],
    may_edit: bool,
    typed: Typed,
    hasil: Nasib,
) -> Isi:
    """Konteks templat; `typed` isian yang belum tersimpan dan `hasil` sebabnya."""
    columns = grid.columns()
    locks = {kolom.nama: grid.column_lock(kolom) for kolom in columns}
    potongan = grid.potongan(rows)
    shown = []
    for row in potongan.rows:
        baris = display_row(row, columns, locks, may_edit, typed, hasil)
        shown.append(baris)
    semua_sebab = [row.sebab_lock for row in rows]
    semua_sebab += locks.values()
    return {
        "grid": grid,
        "rows": shown,
        "potongan": potongan,
        "columns": columns,
        "groups": groups(columns),
        "totals": _totals(grid, rows, columns),
        "may_edit": may_edit,
        "seen": urlencode(seen(shown)),
        "semua_sebab": _unique(semua_sebab),
    }


def _totals(grid: Grid, rows: Sequence[BarisKisi], columns: Columns) -> list[Alamat]:
    """Nama kolom dan tulisan jumlahnya; kosong bila tidak ada yang dijumlahkan."""
    totals = grid.totals(rows)
    if not totals:
        return []
    tulisan = []
    for kolom in columns:
        jumlah = totals.get(kolom.nama, "")
        tulisan.append((kolom.nama, jumlah))
    return tulisan


def per_sel(hasil: Iterable[Hasil]) -> Nasib:
    """Nasib tiap sel menurut letaknya."""
    return {satu.alamat: satu for satu in hasil}


def display_row(
    row: BarisKisi,
    columns: Columns,
    locks: Teks,
    may_edit: bool,
    typed: Typed,
    hasil: Nasib,
) -> BarisTampil:
    """Sel tiap kolom: isian bila boleh diubah, selain itu tulisan."""
    is_open = may_edit and not row.sebab_lock
    sel = []
    for kolom in columns:
        alamat = (row.kunci, kolom.nama)
        nilai = typed.get(alamat, row.tulisan(kolom))
        is_isian = row.is_isian(kolom) and not locks[kolom.nama]
        satu = SelKisi(
            kolom=kolom,
            nilai=nilai,
            is_isian=is_open and is_isian,
            hasil=hasil.get(alamat),
        )
        sel.append(satu)
    return BarisTampil(row, sel)


def groups(columns: Columns) -> list[tuple[str, int]]:
    """Judul kelompok dan banyak kolomnya; kosong bila tidak ada kelompok."""
    kelompok = [kolom.kelompok for kolom in columns]
    if not any(kelompok):
        return []
    hasil = []
    for nama, run in groupby(kelompok):
        banyak = len(list(run))
        hasil.append((nama, banyak))
    return hasil


def seen(rows: Sequence[BarisTampil]) -> Teks:
    """Tulisan tersimpan tiap sel isian yang berisi, untuk formulir tanpa JavaScript."""
    hasil = {}
    for row in rows:
        for sel in row.sel:
            tulisan = row.baris.tulisan(sel.kolom)
            if sel.is_isian and tulisan:
                hasil[f"{row.baris.kunci}.{sel.kolom.nama}"] = tulisan
    return hasil


def summary(grid: Grid, hasil: Sequence[Hasil]) -> Isi:
    """Jawaban JSON: hasil, tulisan sel yang tersentuh atau terhitung, pesan baris, jumlah.

    Hanya baris yang tampak pada alamatnya; jumlahnya seluruh bagian.
    """
    rows = grid.rows()
    tampak = grid.potongan(rows).rows
    columns = grid.columns()
    touched = {satu.kunci for satu in hasil}
    cells = {}
    pesan = {}
    for row in tampak:
        is_touched = row.kunci in touched
        isi = _answered(row, columns, is_touched)
        if isi:
            cells[row.kunci] = isi
        if is_touched:
            pesan[row.kunci] = row.pesan
    return {
        "hasil": [vars(satu) for satu in hasil],
        "baris": cells,
        "pesan_baris": pesan,
        "jumlah": grid.totals(rows),
    }


def _answered(row: BarisKisi, columns: Columns, is_touched: bool) -> Teks:
    """Sel yang dikirim kembali: semuanya bila barisnya tersentuh, selainnya yang terhitung."""
    isi = {}
    for kolom in columns:
        if is_touched or not row.is_isian(kolom):
            isi[kolom.nama] = row.tulisan(kolom)
    return isi
