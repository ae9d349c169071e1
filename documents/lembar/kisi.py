"""Kisi sebagai lembar kerja yang dapat diisi, dan lembar yang dikembalikan dengan kesalahannya."""

import re
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from core import tabel as uraian
from core.grid import BarisKisi, Grid, KolomKisi
from core.kaki import SEBAGIAN, TANDA_SEBAGIAN
from core.nilai import DESIMAL
from core.tabel import Kepala
from documents.arsip import BARIS, LembarRefused
from documents.impor import JUDUL_KESALAHAN
from documents.impor.kepala import JUDUL_KUNCI, judul
from documents.pembaca import Sel, Tabel, alamat

Isi = list[Any]  # nilai sebaris
LEBAR = {"baca": 30, "uraian": 40, "teks": 24, "pilihan": 20, "rupiah": 18}
LEBAR_LAIN = 11
TERLALU_PANJANG = (
    "Berkas sepanjang ini tidak dikembalikan dengan kolom kesalahan; baca kesalahannya di sini."
)
PerBaris = dict[tuple[str, int], list[str]]  # pesan menurut lembar dan nomor barisnya


def lembar(grid: Grid) -> uraian.Tabel:
    """Kisi sebagai lembar kerja yang dapat diisi lalu diunggah lagi; kolom pertama kodenya."""
    rows = grid.rows()
    columns = grid.columns()
    kelompok = _kelompok(rows)
    setempat = grid.kabupaten.wilayah.label
    nama = [JUDUL_KUNCI, setempat(grid.judul_baris)]
    lebar = [uraian.Kolom("teks", 16), uraian.Kolom("teks", 44)]
    for kolom in columns:
        nama.append(setempat(judul(kolom)))
        lebar.append(_kolom(kolom))
    has_jumlah = any(kolom.is_jumlah for kolom in columns)
    is_sebagian = any(row.label.endswith(TANDA_SEBAGIAN) for row in rows)
    return uraian.Tabel(
        nama=grid.judul,
        kolom=lebar,
        kepala=[[Kepala(satu) for satu in nama]],
        baris=[_baris(row, columns) for row in rows],
        judul=[
            str(grid.kabupaten).upper(),
            f"{grid.judul.upper()} TAHUN {grid.tahun}",
            *grid.keterangan(),
        ],
        tebal=kelompok,
        jumlah="Jumlah" if has_jumlah else "",
        tanpa_jumlah=kelompok,
        kurang=SEBAGIAN if is_sebagian else "",
        kertas="F4",
        is_lanskap=True,
    )


def _kelompok(rows: Sequence[BarisKisi]) -> frozenset[int]:
    """Nomor baris kelompok: ditebalkan dan tidak ikut dijumlahkan."""
    kelompok = set()
    for nomor, row in enumerate(rows):
        if row.gaya == "kelompok":
            kelompok.add(nomor)
    return frozenset(kelompok)


def _kolom(kolom: KolomKisi) -> uraian.Kolom:
    """Bentuk dan lebar satu kolom pada lembar kerja."""
    jenis = "teks"
    if kolom.jenis in {"bulat", "rupiah"}:
        jenis = kolom.jenis
    elif kolom.desimal == DESIMAL["skor"]:
        jenis = "skor"
    elif kolom.is_angka:
        jenis = "desimal"
    lebar = LEBAR.get(kolom.jenis, LEBAR_LAIN)
    pilihan = tuple(label for _, label in kolom.pilihan)
    return uraian.Kolom(jenis, lebar, is_jumlah=kolom.is_jumlah, pilihan=pilihan)


def _baris(row: BarisKisi, columns: Sequence[KolomKisi]) -> Isi:
    """Kode dan nama dahulu: keduanya dicari saat diunggah lagi."""
    nilai = [_nilai(row, kolom) for kolom in columns]
    return [row.kode, row.label, *nilai]


def _nilai(row: BarisKisi, kolom: KolomKisi) -> Any:
    """Isi sel sebagaimana akan dibaca lagi saat diunggah."""
    nilai = row.isi.get(kolom.nama)
    if kolom.jenis == "pilihan":
        label = dict(kolom.pilihan)
        return label.get(str(nilai), nilai)
    if kolom.jenis == "nilai" and not isinstance(nilai, Decimal):
        return kolom.tulisan(nilai)
    if kolom.jenis != "centang":
        return nilai
    if not nilai:
        return ""
    if kolom.is_jumlah:
        return 1
    return "v"


def _isi_kembali(sel: Sel) -> Any:
    """Angka tetap angka: tulisan `1.234` akan terbaca seribu kali lipat saat diunggah lagi."""
    if sel.jenis not in {"angka", "persen"}:
        return sel.isi
    nilai = Decimal(sel.isi)
    if sel.jenis == "persen":
        return nilai * 100
    return nilai


def lembar_kesalahan(
    tabel: Sequence[Tabel],
    kesalahan: Sequence[dict[str, str]],
) -> list[uraian.Tabel]:
    """Berkas yang sama dengan kolom “Kesalahan” di ujung tiap baris.

    `LembarRefused` bila lebih panjang daripada lembar kerja yang kami baca.
    """
    if any(len(satu.baris) > BARIS for satu in tabel):
        raise LembarRefused(TERLALU_PANJANG)
    per_baris: PerBaris = defaultdict(list)
    for satu in kesalahan:
        sel = satu["sel"]
        angka = re.sub(r"\D", "", sel)
        letak = (satu["lembar"], int(angka or 0))
        per_baris[letak].append(f"{sel}: {satu['pesan']}")
    return [_lembar_kesalahan(satu, per_baris) for satu in tabel]


def _lembar_kesalahan(tabel: Tabel, per_baris: PerBaris) -> uraian.Tabel:
    """Satu lembar dengan pesan di ujung tiap barisnya."""
    panjang = [len(baris) for baris in tabel.baris]
    lebar = max(panjang, default=1)
    kolom = [uraian.Kolom("teks", 16)] * lebar
    kolom.append(uraian.Kolom("teks", 60))
    isi = []
    for nomor, baris in enumerate(tabel.baris, start=1):
        pesan = per_baris[tabel.nama, nomor]
        isi.append(_baris_kembali(baris, lebar, pesan))
    return uraian.Tabel(
        nama=tabel.nama,
        kolom=kolom,
        kepala=[_kepala_huruf(lebar)],
        baris=isi,
    )


def _baris_kembali(baris: Sequence[Sel], lebar: int, pesan: Sequence[str]) -> Isi:
    """Isi semula, sel kosong sampai ujung lembar, lalu pesannya."""
    sel = [_isi_kembali(satu) for satu in baris]
    kosong = [""] * (lebar - len(sel))
    return [*sel, *kosong, "; ".join(pesan)]


def _kepala_huruf(lebar: int) -> list[Kepala]:
    """Huruf tiap kolom, agar alamat pada pesannya dapat dicari."""
    kepala = []
    for nomor in range(1, lebar + 1):
        huruf = alamat(0, nomor).rstrip("0")
        kepala.append(Kepala(huruf))
    kepala.append(Kepala(JUDUL_KESALAHAN))
    return kepala
