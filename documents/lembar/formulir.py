"""Satu baris kisi sebagai formulir kertas, dari kolom kisinya sendiri."""

from base64 import b32encode
from collections.abc import Iterator
from decimal import Decimal
from hashlib import sha256
from itertools import count
from typing import Any

from core.grid import BarisKisi, Grid, KolomKisi
from core.tabel import Kepala, Kolom, Tabel

JUDUL = ("No.", "Yang diisi", "Cara mengisi", "Isi")
LEBAR = {False: (5, 44, 26, 25), True: (5, 26, 55, 14)}  # menurut panjang cara mengisinya
HURUF = {False: Decimal(11), True: Decimal(8)}
PANJANG_CARA = 40  # aksara
TANPA_ISIAN = "Tidak ada yang diisi pada baris ini."
PANJANG_KODE = 5  # bita; delapan aksara
CARA = {
    "bulat": "angka bulat; 0 bila tidak ada",
    "rupiah": "rupiah tanpa sen",
    "desimal": "angka, koma bagi pecahannya",
    "persen": "persen, koma bagi pecahannya",
    "centang": "beri tanda v bila ya",
}
PETUNJUK = (
    "Kosongkan yang belum diketahui; kosong tidak sama dengan nol.",
    "Sesudah diketik, formulir ini difoto atau dipindai dan dilampirkan pada isiannya.",
)


def kode_formulir(kabupaten: str, kisi: str, tahun: int, kunci: str) -> str:
    """Kode satu formulir, `ABCD-EFGH`; tetap selama kisi, tahun dan barisnya sama."""
    isi = "|".join((kabupaten, kisi, str(tahun), kunci))
    sidik = sha256(isi.encode()).digest()
    kode = b32encode(sidik[:PANJANG_KODE]).decode()
    return f"{kode[:4]}-{kode[4:]}"


def formulir_kosong(grid: Grid, row: BarisKisi) -> Tabel:
    """Kolom isian satu baris kisi, menurun, dengan tempat menulisnya."""
    nomor = count(1)
    baris = []
    for judul, kolom in _isian(grid, row):
        baris.append([str(next(nomor)), judul, _cara(kolom), ""])
    is_panjang = any(len(cara) > PANJANG_CARA for _, _, cara, _ in baris)
    return Tabel(
        nama=f"{grid.judul} {row.label}",
        kolom=[Kolom("teks", lebar) for lebar in LEBAR[is_panjang]],
        kepala=[[Kepala(teks) for teks in JUDUL]],
        baris=baris,
        catatan=PETUNJUK,
        kosong=TANPA_ISIAN,
        huruf=HURUF[is_panjang],
    )


def formulir_terisi(grid: Grid, row: BarisKisi) -> Tabel:
    """Yang sudah diketik pada baris itu, menurut urutan formulirnya."""
    baris = []
    for judul, kolom in _isian(grid, row):
        baris.append([judul, _tulisan(row, kolom)])
    return Tabel(
        nama=f"{grid.judul} {row.label}",
        kolom=[Kolom("teks", 60, is_nama=True), Kolom("teks", 30)],
        kepala=[[Kepala(JUDUL[1]), Kepala(JUDUL[3])]],
        baris=baris,
        kosong=TANPA_ISIAN,
    )


def _isian(grid: Grid, row: BarisKisi) -> Iterator[tuple[str, KolomKisi]]:
    """Sebutan dan kolomnya, bagi yang diisi orang pada baris itu."""
    for kolom in grid.columns():
        if row.is_isian(kolom):
            sebutan = " · ".join(filter(None, (kolom.kelompok, kolom.label)))
            yield sebutan, kolom


def _tulisan(row: BarisKisi, kolom: KolomKisi) -> str:
    """Isi selnya sebagaimana dibaca orang."""
    tulisan = row.tulisan(kolom)
    if kolom.jenis == "centang":
        return "v" if tulisan else ""
    sebutan: dict[str, Any] = dict(kolom.pilihan)
    return str(sebutan.get(tulisan, tulisan))


def _cara(kolom: KolomKisi) -> str:
    """Pilihannya, keterangannya, atau bentuk angkanya."""
    if kolom.pilihan:
        return " / ".join(label for _, label in kolom.pilihan)
    return kolom.bantuan or CARA.get(kolom.jenis, "")
