"""Kisi sebagai lembar kerja yang dapat diisi, dan lembar yang dikembalikan dengan kesalahannya."""

import re
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from core import tabel as uraian
from core.grid import BarisKisi, Grid, KolomKisi
from core.tabel import Kepala
from documents.impor import JUDUL_KESALAHAN
from documents.impor.baris import kunci_luar
from documents.impor.kepala import JUDUL_KUNCI, judul
from documents.pembaca import Sel, Tabel, alamat

LEBAR = {
    "baca": 30,
    "uraian": 40,
    "teks": 24,
    "pilihan": 20,
    "rupiah": 18,
}
PerBaris = dict[tuple[str, int], list[str]]  # pesan menurut lembar dan nomor barisnya


def lembar(grid: Grid) -> uraian.Tabel:
    """Kisi sebagai lembar kerja yang dapat diisi lalu diunggah lagi; kolom pertama kuncinya."""
    rows = grid.rows()
    columns = grid.columns()
    kelompok = frozenset(i for i, row in enumerate(rows) if row.gaya == "kelompok")
    nama_kolom = [JUDUL_KUNCI, grid.judul_baris, *map(judul, columns)]
    return uraian.Tabel(
        nama=grid.judul,
        kolom=[uraian.Kolom("teks", 16), uraian.Kolom("teks", 44), *map(_kolom, columns)],
        kepala=[[Kepala(nama) for nama in nama_kolom]],
        baris=[_baris(row, columns) for row in rows],
        judul=[str(grid.kabupaten).upper(), f"{grid.judul.upper()} TAHUN {grid.tahun}"],
        tebal=kelompok,
        jumlah="Jumlah" if any(kolom.is_jumlah for kolom in columns) else "",
        tanpa_jumlah=kelompok,
        kertas="F4",
        is_lanskap=True,
    )


def _kolom(kolom: KolomKisi) -> uraian.Kolom:
    jenis = "teks"
    if kolom.is_angka:
        jenis = kolom.jenis if kolom.jenis in {"bulat", "rupiah"} else "desimal"
    return uraian.Kolom(jenis, LEBAR.get(kolom.jenis, 11), is_jumlah=kolom.is_jumlah)


def _baris(row: BarisKisi, columns: Sequence[KolomKisi]) -> list[Any]:
    nilai = [_nilai(row, kolom) for kolom in columns]
    return [kunci_luar(row), row.label, *nilai]


def _nilai(row: BarisKisi, kolom: KolomKisi) -> Any:
    value = row.isi.get(kolom.nama)
    if kolom.jenis == "pilihan":
        return dict(kolom.pilihan).get(str(value), value)
    if kolom.jenis == "centang":
        tanda = 1 if kolom.is_jumlah else "v"
        return tanda if value else ""
    return value


def _isi_kembali(sel: Sel) -> Any:
    """Angka tetap angka: tulisan `1.234` akan terbaca seribu kali lipat saat diunggah lagi."""
    if sel.jenis not in {"angka", "persen"}:
        return sel.isi
    return Decimal(sel.isi) * (100 if sel.jenis == "persen" else 1)


def lembar_kesalahan(
    tabel: Sequence[Tabel],
    kesalahan: Sequence[dict[str, str]],
) -> list[uraian.Tabel]:
    """Berkas yang sama dengan kolom “Kesalahan” di ujung tiap baris."""
    per_baris: PerBaris = defaultdict(list)
    for k in kesalahan:
        nomor = int(re.sub(r"\D", "", k["sel"]) or 0)
        per_baris[k["lembar"], nomor].append(f"{k['sel']}: {k['pesan']}")
    return [_lembar_kesalahan(t, per_baris) for t in tabel]


def _lembar_kesalahan(t: Tabel, per_baris: PerBaris) -> uraian.Tabel:
    lebar = max((len(baris) for baris in t.baris), default=1)
    kolom = [uraian.Kolom("teks", 16)] * lebar + [uraian.Kolom("teks", 60)]
    huruf = [alamat(0, i).rstrip("0") for i in range(1, lebar + 1)]
    kepala = [Kepala(teks) for teks in (*huruf, JUDUL_KESALAHAN)]
    isi = []
    for nomor, baris in enumerate(t.baris, start=1):
        sel = map(_isi_kembali, baris)
        kosong = [""] * (lebar - len(baris))
        isi.append([*sel, *kosong, "; ".join(per_baris[t.nama, nomor])])
    return uraian.Tabel(t.nama, kolom, [kepala], isi)
