"""Satu lembar buku sebagai tabel yang dapat diisi lalu diunggah lagi."""

from typing import Any

from core import tabel as uraian
from core.tabel import Kepala
from documents.impor.kepala import judul
from kinerja.buku.penerima.kolom import KolomBuku
from kinerja.buku.penerima.lembar import Lembar

LEBAR_PENANDA = 40
LEBAR = 16
JENIS = {
    "rupiah": "rupiah",
    "nilai": "desimal",
    "bulat": "bulat",
    "persen": "bulat",
    "tanggal": "tanggal",
}


def tabel_terisi(lembar: Lembar) -> uraian.Tabel:
    """Kepala satu baris; isi yang belum diketahui kosong."""
    columns = lembar.diunduh()
    baris = []
    for isi in lembar.terisi():
        baris.append([isi.get(kolom.nama) for kolom in columns])
    buku = lembar.buku
    judul_atas = lembar.nama.upper()
    if lembar.is_setahun:
        judul_atas = f"{judul_atas} TAHUN {buku.tahun}"
    return uraian.Tabel(
        nama=lembar.nama,
        kolom=[_kolom(kolom) for kolom in columns],
        kepala=[[Kepala(judul(kolom)) for kolom in columns]],
        baris=baris,
        judul=[str(buku.user.kabupaten).upper(), judul_atas],
        kertas="F4",
        is_lanskap=True,
    )


def _kolom(kolom: KolomBuku) -> Any:
    """Penanda lebih lebar; yang isinya tertentu menawarkan pilihannya."""
    lebar = LEBAR_PENANDA if kolom.is_penanda else LEBAR
    pilihan = tuple(str(label) for _, label in kolom.pilihan)
    return uraian.Kolom(JENIS.get(kolom.jenis, "teks"), lebar, pilihan=pilihan)
