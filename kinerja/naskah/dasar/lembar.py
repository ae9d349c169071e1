"""Kolom dan sel yang sama pada uraian tabel semua naskah kinerja."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, Protocol

from core.display import alamat_luar
from core.letak import Letak
from core.nilai import Bersatuan
from core.tabel import Kolom, Rupa
from kinerja.naskah.dasar.besaran import Bernomor, Besaran

NOMOR = Kolom("tanda", 5)
UANG = Kolom("rupiah", 19)
TIDAK_DIHITUNG = "tidak dapat dihitung"
ANGKA = "kinerja:angka"  # alamat tetap satu angka naskah
Tautan = dict[Letak, Rupa]  # sel yang membuka asal angkanya
SemuaKolom = Sequence[int]


class Bertingkat(Protocol):
    """Baris pohon kinerja pada naskah."""

    @property
    def tingkat(self) -> str: ...


def tebal(rows: Sequence[Bertingkat]) -> frozenset[int]:
    """Baris program dan kegiatan."""
    return frozenset(i for i, b in enumerate(rows) if b.tingkat != "sub")


def bersatuan(besaran: Besaran, satuan: str, desimal: int) -> Any:
    """Angka atau rentang dengan satuannya, sebutan, keadaan, atau kosong bila belum diketahui."""
    if besaran.angka is None:
        if besaran.keadaan:
            return besaran.bersatuan(satuan)
        return besaran.sebutan or None
    return Bersatuan(besaran.angka, satuan, desimal)


def selisih(angka: Decimal | None, satuan: str, desimal: int) -> Bersatuan | None:
    """Selisih dua angka dengan satuannya; kosong bila salah satunya belum diketahui."""
    if angka is None:
        return None
    return Bersatuan(angka, satuan, desimal)


class Berkode(Protocol):
    """Baris yang dikenali menurut kodenya."""

    @property
    def kode(self) -> str: ...


def tautan_indikator(
    tahun: int,
    jenis: str,
    semua: Iterable[Bernomor],
    kolom: SemuaKolom,
) -> Tautan:
    """Tiap baris IKU atau IKK membuka silsilahnya menurut nomor cetaknya."""
    hasil: Tautan = {}
    for baris, satu in enumerate(semua):
        nomor = satu.urut
        url = alamat_luar(ANGKA, tahun=tahun, jenis=jenis, nomor=nomor)
        sel = sebaris(baris, url, kolom)
        hasil.update(sel)
    return hasil


def tautan_pohon(
    tahun: int,
    semua: Iterable[Berkode],
    kolom: SemuaKolom,
) -> Tautan:
    """Tiap baris pohon membuka halamannya; yang tanpa kode tidak bertautan."""
    hasil: Tautan = {}
    for baris, satu in enumerate(semua):
        kode = satu.kode
        if not kode:
            continue
        url = alamat_luar(ANGKA, tahun=tahun, kode=kode)
        sel = sebaris(baris, url, kolom)
        hasil.update(sel)
    return hasil


def sebaris(baris: int, url: str, kolom: SemuaKolom) -> Tautan:
    """Beberapa sel satu baris menuju alamat yang sama."""
    rupa = Rupa(url=url)
    hasil = {}
    for satu in kolom:
        hasil[baris, satu] = rupa
    return hasil
