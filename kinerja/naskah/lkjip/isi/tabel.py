"""Bentuk tabel capaian LKjIP: setahun (3.1), beberapa tahun (3.2), jangka menengah (3.3)."""

from dataclasses import dataclass
from decimal import Decimal

from documents.snapshot import Plain
from kinerja.naskah.dasar.besaran import Besaran, dari_tulisan
from kinerja.naskah.indikator.isi import lift_besaran


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisSetahun:
    """Target, realisasi, capaian (persen), predikat dan asal angka satu indikator setahun."""

    nomor: int
    nama: str
    satuan: str
    desimal: int
    target: Besaran
    realisasi: Besaran
    capaian: Decimal | None
    predikat: str | None
    rumus_pembilang: str
    rumus_penyebut: str
    pembilang: Decimal | None
    penyebut: Decimal | None
    asal: str
    penjelasan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SasaranSetahun:
    """Satu sasaran pada tabel 3.1."""

    sasaran: str
    baris: tuple[BarisSetahun, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisTahun:
    """Target, realisasi dan capaian satu indikator tiap tahun tabel."""

    nomor: int
    sasaran: str
    nama: str
    satuan: str
    desimal: int
    target: tuple[Besaran, ...]
    realisasi: tuple[Besaran, ...]
    capaian: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TabelTahun:
    """Tabel 3.2: dari awal periode sampai tahun laporan, tanpa tahun yang tidak berangka."""

    tahun: tuple[int, ...]
    baris: tuple[BarisTahun, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisJangka:
    """Realisasi tahun laporan terhadap target tahun terakhir Renstra."""

    nomor: int
    nama: str
    satuan: str
    desimal: int
    realisasi: Besaran
    target: Besaran
    capaian: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SasaranJangka:
    """Satu sasaran pada tabel 3.3."""

    sasaran: str
    baris: tuple[BarisJangka, ...]


def lift_per_sasaran(rows: list[Plain]) -> list[Plain]:
    """Versi 1 ke 2: target dan realisasi tiap baris menjadi besaran."""
    return [_lift_sasaran(row) for row in rows]


def _lift_sasaran(row: Plain) -> Plain:
    return row | {"baris": [lift_besaran(b, "target", "realisasi") for b in row["baris"]]}


def lift_tahun(tabel: Plain) -> Plain:
    """Versi 1 ke 2: target dan realisasi tiap tahun menjadi besaran."""
    return tabel | {"baris": [_lift_baris(b) for b in tabel["baris"]]}


def _lift_baris(baris: Plain) -> Plain:
    return baris | {nama: [*map(dari_tulisan, baris[nama])] for nama in ("target", "realisasi")}
