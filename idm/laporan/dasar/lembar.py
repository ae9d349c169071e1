"""Bersama lembar dan cetakan laporan IDM: kop lembarnya, kolom yang berulang, kepala cetakannya."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from core.tabel import Kolom, Tabel, tabel_polos
from documents.cetakan import Bagian, Cetakan
from documents.kepala import PERAGAAN, kepala_laporan
from idm.laporan.dasar.reports import KepalaLaporan
from idm.scoring import DESIMAL

SemuaKolom = Sequence[tuple[str, Kolom]]  # nama dan uraiannya

ANGKA = Kolom("bulat", 14)
NAMA = Kolom(lebar=28)
NAMA_BARIS = Kolom(lebar=28, is_nama=True)
STATUS = Kolom(lebar=28, is_status=True)
PANJANG = Kolom(lebar=60)


def tabel_laporan(
    kepala: KepalaLaporan,
    nama: str,
    kolom: SemuaKolom,
    baris: Sequence[Any],
    **lain: Any,
) -> Tabel:
    """Satu tabel dengan kop dan judulnya."""
    return berjudul(kepala, tabel_polos(nama, kolom, baris, **lain))


def berjudul(kepala: KepalaLaporan, tabel: Tabel) -> Tabel:
    """Dengan kop dan judul laporannya di atas lembar kerja."""
    kop = [
        f"Pemerintah {kepala.dinas.daerah}",
        kepala.dinas.nama,
        f"{kepala.judul} Tahun {kepala.tahun}",
        tabel.nama,
    ]
    if kepala.is_peragaan:
        kop.append(PERAGAAN)
    return replace(tabel, judul=tuple(kop))


def kolom_nilai(desimal: int, lebar: int = 12, *, is_perubahan: bool = False) -> Kolom:
    """IDM empat desimal, skor Indeks Desa dua, seperti diterbitkan."""
    jenis = "skor"
    if desimal == DESIMAL:
        jenis = "indeks"
    return Kolom(jenis, lebar, is_perubahan=is_perubahan)


def cetakan(kepala: KepalaLaporan, bagian: Sequence[Bagian]) -> Cetakan:
    """Cetakan laporan: bukan naskah bertanda tangan, jadi tanpa nomor, tanggal dan cap.

    Data peragaan ditandai di bawah judulnya dan di kepala tiap halaman.
    """
    semua = tuple(bagian)
    if kepala.is_peragaan:
        pertama, *lain = semua
        bertanda = replace(pertama, judul=(*pertama.judul, PERAGAAN))
        semua = (bertanda, *lain)
    polos = kepala_laporan(kepala.judul, kepala.tahun, kepala.dinas)
    tercetak = replace(polos, is_peragaan=kepala.is_peragaan)
    return Cetakan(kepala=tercetak, bagian=semua, cap=None)


def bagian(anak_judul: str = "", **lain: Any) -> Bagian:
    """Bagian laporan yang melanjutkan halaman di atasnya, kecuali diminta lain."""
    lain.setdefault("is_sambung", True)
    return Bagian(anak_judul=anak_judul, is_bertanda_tangan=False, **lain)
