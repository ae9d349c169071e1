"""Angka yang diberikan API, sama dengan halaman dan naskahnya."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit

from core.angka import format_angka
from tests.jalan.baris import Daftar, Pencari, rata, tertulis
from tests.jalan.desa import DESIMAL
from tests.jalan.figur import Figur, Tertulis
from tests.jalan.halaman import Sel

Semua = list[dict[str, Any]]
BERTINGKAT = ("program", "kegiatan")  # sub kegiatan senama dalam dua kegiatan tidak terbedakan
UKURAN = ("target", "realisasi", "capaian")


def indikator(semua: Semua) -> Iterator[Tertulis]:
    """Tiap IKU dan IKK menurut alamat silsilahnya."""
    for satu in semua:
        isi = {hal: satu[hal]["tulisan"] for hal in UKURAN}
        rumus = {hal: _angka(satu["rumus"][hal]) for hal in ("pembilang", "penyebut")}
        terisi = {hal: tulisan for hal, tulisan in rumus.items() if tulisan}
        alamat = urlsplit(satu["alamat"]).path
        predikat = satu["predikat"] or ""
        yield from tertulis(alamat, satu["tahun"], **isi, **terisi, predikat=predikat)


def rencana_aksi(semua: Semua, daftar: Daftar) -> Iterator[Tertulis]:
    """Pagu dan target tiap program dan kegiatan."""
    pencari = Pencari(daftar, is_tunggal=True)
    for satu in semua:
        if satu["tingkat"] not in BERTINGKAT:
            continue
        alamat = pencari.alamat(Sel(satu["kode"]))
        yield from tertulis(alamat, satu["tahun"], pagu=satu["pagu"]["tulisan"])


def indeks(semua: Semua) -> Iterator[Tertulis]:
    """Indeks yang dipakai tahunnya, tiap desa; bagiannya hanya yang diketahui."""
    for satu in semua:
        if satu["status"] is None:
            continue
        pokok = rata(f"desa {satu['nama']} {satu['kecamatan']}")
        isi = {}
        if satu["indeks"] == "IDM":
            isi = {bagian["nama"]: bagian["nilai"] for bagian in satu["bagian"]}
        for hal, nilai in isi.items():
            tulisan = format_angka(Decimal(nilai), DESIMAL)
            yield Tertulis(Figur(pokok, satu["tahun"], hal), tulisan)
        yield Tertulis(Figur(pokok, satu["tahun"], satu["indeks"]), satu["nilai"]["tulisan"])
        yield Tertulis(Figur(pokok, satu["tahun"], "Status"), satu["status"])


def _angka(nilai: Any) -> str:
    """Kosong bila tidak diketahui."""
    return "" if nilai is None else format_angka(Decimal(nilai))
