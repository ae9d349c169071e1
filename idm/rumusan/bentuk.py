"""Kolom jawaban rumusan, butir yang disusun, dan isi yang terbaca."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from idm.scoring import Status

PELAKSANA = ("PUSAT", "PROV", "KAB", "DESA", "CSR", "LAINNYA")
KOLOM = ("NO", "INDIKATOR", "SKOR", "KETERANGAN", "KEGIATAN", "NILAI", *PELAKSANA)
TIDAK_ADA = {"status": 400, "error": True, "message": "ID Desa tidak ditemukan"}


@dataclass(frozen=True)
class ButirRumusan:
    """Satu indikator.

    `skor` None bila hanya indeksnya diketahui; `tersedia` kosong berarti semua skor boleh.
    """

    posisi: int
    nama: str
    indeks: str
    skor: int | None = None
    keterangan: str | None = None
    kegiatan: str | None = None
    pelaksana: Mapping[str, str] | None = None
    tersedia: tuple[int, ...] = ()


@dataclass(frozen=True)
class HasilRumusan:
    """IDM satu desa satu tahun.

    Indeks terbitan dipakai hanya bila skor tiap indikator tidak diketahui.
    """

    tahun: int
    indeks: Mapping[str, Decimal]
    idm: Decimal
    status: Status


class Salah(ValueError):
    """Jawaban yang tidak dapat diterima, dengan semua sebabnya."""

    def __init__(self, masalah: Sequence[str]) -> None:
        """Semua masalahnya, agar dapat dibetulkan sekaligus."""
        super().__init__(" ".join(masalah))
        self.masalah = list(masalah)


@dataclass(frozen=True)
class Rumusan:
    """Isi satu jawaban: kode sepuluh angka, skor menurut posisi, iks–idm tertulis."""

    kode: str
    nama: str
    tahun: int
    skor: str
    tertulis: dict[str, Decimal]
    status: Status


def anggota(butir: Sequence[ButirRumusan], indeks: str) -> list[ButirRumusan]:
    """Butir satu indeks menurut posisinya."""
    milik = [satu for satu in butir if satu.indeks == indeks]
    return sorted(milik, key=lambda satu: satu.posisi)
