"""Tabel, gambar dan PDF kabupaten dan kota berdampingan."""

from core.grafik import desa as grafik_desa
from core.grafik.dua import DuaLebar, dua_lebar
from core.grafik.tumpukan import Tumpukan
from core.tabel import Tabel
from documents.cetakan import Cetakan, Gambar
from idm.laporan.dasar.lembar import (
    ANGKA,
    NAMA_BARIS,
    bagian,
    cetakan,
    kolom_nilai,
    tabel_laporan,
)
from idm.laporan.gambaran.lembar.tabel import sel_rata
from idm.laporan.provinsi.reports import IsiProvinsi
from idm.reports import URUTAN

JUDUL = "Kabupaten dan kota berdampingan"


def tabel_provinsi(isi: IsiProvinsi) -> Tabel:
    """Satu baris tiap daerah, lalu provinsinya; yang belum mencatat disebut."""
    nama = isi.ukuran.nama
    kolom = [
        ("Kabupaten/Kota", NAMA_BARIS),
        ("Desa", ANGKA),
        (f"Rata-rata {nama}", kolom_nilai(isi.ukuran.desimal, 14)),
    ]
    kolom += [(satu.value.title(), ANGKA) for satu in URUTAN]
    semua = list(isi.baris)
    tebal = frozenset[int]()
    if isi.provinsi:
        tebal = frozenset([len(semua)])
        semua.append(isi.provinsi)
    baris = []
    for satu in semua:
        baris.append(sel_rata(satu))
    catatan = []
    if isi.belum:
        belum = ", ".join(isi.belum)
        catatan.append(f"Belum mencatat {nama} {isi.kepala.tahun}: {belum}.")
    if isi.sebagian:
        sebagian = ", ".join(isi.sebagian)
        catatan.append(f"Baru sebagian desanya yang berstatus: {sebagian}.")
    return tabel_laporan(
        isi.kepala,
        JUDUL,
        kolom,
        baris,
        tebal=tebal,
        catatan=catatan,
        kosong=f"Belum ada kabupaten atau kota yang mencatat {nama} tahun itu.",
    )


def gambar_provinsi(isi: IsiProvinsi) -> DuaLebar:
    """Bagian tiap status pada tiap daerah."""
    baris = []
    for satu in isi.baris:
        banyak = list(satu.status.values())
        baris.append(Tumpukan(satu.nama, banyak))
    return dua_lebar(lambda lebar: grafik_desa.bertumpuk(JUDUL, baris, lebar))


def cetakan_provinsi(isi: IsiProvinsi) -> Cetakan:
    """Gambarnya di atas tabelnya."""
    kepala = isi.kepala
    judul = (kepala.judul, f"{kepala.dinas.daerah} Tahun {kepala.tahun}")
    svg = gambar_provinsi(isi).lebar
    gambar = (Gambar(JUDUL, svg),) if svg else ()
    muka = bagian(judul=judul, is_berkop=True, is_sambung=False)
    return cetakan(kepala, [muka, bagian(JUDUL, gambar=gambar, tabel=(tabel_provinsi(isi),))])
