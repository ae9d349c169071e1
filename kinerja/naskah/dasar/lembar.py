"""Kolom dan sel yang sama pada uraian tabel semua naskah kinerja."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Protocol

from core.nilai import Bersatuan
from core.tabel import Kolom
from kinerja.naskah.dasar.besaran import Besaran

NOMOR = Kolom("tanda", 5)
UANG = Kolom("rupiah", 19)
TIDAK_DIHITUNG = "tidak dapat dihitung"


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
