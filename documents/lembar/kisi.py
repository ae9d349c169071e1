"""Kisi sebagai lembar kerja yang dapat diisi lalu diunggah lagi, dan lembar yang dikembalikan dengan kesalahannya."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from core import tabel as uraian
from core.grid import BarisKisi, Grid, KolomKisi
from core.tabel import Kepala
from documents.impor import JUDUL_KESALAHAN
from documents.impor.kisi import JUDUL_KUNCI, judul, kunci_luar
from documents.pembaca import Sel, Tabel, alamat

LEBAR = {"baca": 30, "uraian": 40, "teks": 24, "pilihan": 20, "rupiah": 18}


def lembar(grid: Grid) -> uraian.Tabel:
    """Kisi sebagai lembar kerja yang dapat diisi lalu diunggah lagi; kolom pertama kuncinya."""
    rows, columns = grid.rows(), grid.columns()
    kelompok = frozenset(i for i, row in enumerate(rows) if row.gaya == "kelompok")
    isi = [[kunci_luar(row), row.label, *(_nilai(row, kolom) for kolom in columns)] for row in rows]
    return uraian.Tabel(
        grid.judul,
        [uraian.Kolom("teks", 16), uraian.Kolom("teks", 44), *(_kolom(kolom) for kolom in columns)],
        [[Kepala(JUDUL_KUNCI), Kepala(grid.judul_baris), *(Kepala(judul(kolom)) for kolom in columns)]],
        isi,
        [str(grid.kabupaten).upper(), f"{grid.judul.upper()} TAHUN {grid.tahun}"],
        tebal=kelompok,
        jumlah="Jumlah" if any(kolom.is_jumlah for kolom in columns) else "",
        tanpa_jumlah=kelompok,
        kertas="F4",
        is_lanskap=True,
    )


def _kolom(kolom: KolomKisi) -> uraian.Kolom:
    jenis = {"bulat": "bulat", "rupiah": "rupiah", "hitung": "desimal"}.get(kolom.jenis, "desimal")
    return uraian.Kolom(jenis if kolom.is_angka else "teks", LEBAR.get(kolom.jenis, 11), is_jumlah=kolom.is_jumlah)


def _nilai(row: BarisKisi, kolom: KolomKisi) -> Any:
    value = row.isi.get(kolom.nama)
    if kolom.jenis == "pilihan":
        return dict(kolom.pilihan).get(str(value), value)
    if kolom.jenis == "centang":
        tanda = 1 if kolom.is_jumlah else "v"
        return tanda if value else ""
    return value


def _isi_kembali(sel: Sel) -> Any:
    """Angka tetap angka: `1.234` sebagai tulisan akan terbaca seribu kali lipat saat diunggah lagi."""
    if sel.jenis not in {"angka", "persen"}:
        return sel.isi
    return Decimal(sel.isi) * (100 if sel.jenis == "persen" else 1)


def lembar_kesalahan(tabel: Sequence[Tabel], kesalahan: Sequence[dict[str, str]]) -> list[uraian.Tabel]:
    """Berkas yang sama dengan kolom “Kesalahan” di ujung tiap baris."""
    per_baris: dict[tuple[str, int], list[str]] = {}
    for k in kesalahan:
        nomor = int(re.sub(r"\D", "", k["sel"]) or 0)
        per_baris.setdefault((k["lembar"], nomor), []).append(f"{k['sel']}: {k['pesan']}")
    hasil = []
    for t in tabel:
        lebar = max((len(b) for b in t.baris), default=1)
        isi = [
            [*map(_isi_kembali, b), *[""] * (lebar - len(b)), "; ".join(per_baris.get((t.nama, n), []))]
            for n, b in enumerate(t.baris, start=1)
        ]
        kolom = [uraian.Kolom("teks", 16)] * lebar + [uraian.Kolom("teks", 60)]
        kepala = [[*(Kepala(alamat(0, i).rstrip("0")) for i in range(1, lebar + 1)), Kepala(JUDUL_KESALAHAN)]]
        hasil.append(uraian.Tabel(t.nama, kolom, kepala, isi))
    return hasil
