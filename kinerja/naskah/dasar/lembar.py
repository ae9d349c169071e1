"""Kolom dan sel yang sama pada uraian tabel semua naskah kinerja."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, Protocol

from core.display import alamat_luar
from core.letak import Letak
from core.nilai import Bersatuan
from core.tabel import Kolom, Rupa
from kinerja.naskah.dasar.besaran import Besaran

NOMOR = Kolom("tanda", 5)
UANG = Kolom("rupiah", 19)
TIDAK_DIHITUNG = "tidak dapat dihitung"
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


def tautan_indikator(
    tahun: int, jenis: str, nomor: Iterable[int | str], kolom: SemuaKolom
) -> Tautan:
    """Tiap baris IKU atau IKK membuka silsilahnya; `nomor` sebagaimana tercetak, urut barisnya."""
    hasil = {}
    for baris, satu in enumerate(nomor):
        url = alamat_luar("kinerja:angka", tahun=tahun, jenis=jenis, nomor=satu)
        hasil |= sebaris(baris, url, kolom)
    return hasil


def tautan_pohon(tahun: int, kode: Iterable[str], kolom: SemuaKolom) -> Tautan:
    """Tiap baris pohon membuka halamannya; yang tanpa kode tidak bertautan."""
    hasil = {}
    for baris, satu in enumerate(kode):
        if satu:
            url = alamat_luar("kinerja:angka", tahun=tahun, kode=satu)
            hasil |= sebaris(baris, url, kolom)
    return hasil


def sebaris(baris: int, url: str, kolom: SemuaKolom) -> Tautan:
    """Beberapa sel satu baris menuju alamat yang sama."""
    return {(baris, satu): Rupa(url=url) for satu in kolom}
