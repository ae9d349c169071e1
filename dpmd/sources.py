"""Wilayah, IDM dan nomenklatur senegara yang dibawa proyek; asalnya di `fixtures/README.md`."""

import csv
import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from django.conf import settings

from core.daerah import SEBUTAN, Daerah

Baris = dict[str, str]  # kolom → isinya
SemuaBaris = Iterator[Baris]
FOLDER = Path(settings.BASE_DIR) / "fixtures"
WILAYAH = FOLDER / "wilayah_nasional_2025.csv.gz"
EDISI_WILAYAH = date(2025, 4, 25)  # Kepmendagri 300.2.2-2138/2025
IDM = FOLDER / "idm_nasional_2024.csv.gz"
TAHUN_IDM = 2024
NOMENKLATUR = FOLDER / "nomenklatur_kabupaten.csv.gz"
EDISI_NOMENKLATUR = "Edisi 2024 atau 2025 (nomornya tidak disebut)"  # di acuan_nomenklatur.json
PANJANG_PROVINSI = len("16")
PANJANG_KABUPATEN = len("16.07")


@dataclass(frozen=True)
class DaerahNasional:
    """Satu provinsi, kabupaten atau kota; `nama` tanpa sebutannya."""

    kode: str
    nama: str
    jenis: Daerah
    provinsi: str

    def __str__(self) -> str:
        return f"{SEBUTAN[self.jenis]} {self.nama}"


PerKode = dict[str, DaerahNasional]


@dataclass(frozen=True)
class WilayahNasional:
    """Satu kecamatan, desa atau kelurahan; titiknya derajat WGS 84, kosong bila tidak diketahui."""

    kode: str
    nama: str
    lintang: str
    bujur: str


@cache
def semua_daerah() -> PerKode:
    """Semua daerah otonom menurut kodenya: tiap provinsi, lalu kabupaten dan kotanya."""
    hasil: PerKode = {}
    provinsi = ""
    for baris in _baris(WILAYAH):
        kode = baris["kode"]
        tertulis = baris["nama"]
        if len(kode) == PANJANG_PROVINSI:
            provinsi = tertulis
            hasil[kode] = DaerahNasional(kode, tertulis, Daerah.PROVINSI, provinsi)
        elif len(kode) == PANJANG_KABUPATEN:
            sebutan, _, nama = tertulis.partition(" ")
            hasil[kode] = DaerahNasional(kode, nama, Daerah(sebutan.lower()), provinsi)
    return hasil


def wilayah(kabupaten: str) -> list[WilayahNasional]:
    """Kecamatan, desa dan kelurahan satu kabupaten menurut kodenya; provinsi tidak memilikinya."""
    if len(kabupaten) == PANJANG_PROVINSI:
        return []
    return [WilayahNasional(**baris) for baris in _milik(WILAYAH, kabupaten)]


def idm(kabupaten: str) -> list[Baris]:
    """IDM terbitan tiap desa: kode, iks, ike, ikl, idm dan status."""
    if len(kabupaten) == PANJANG_PROVINSI:
        return []
    return list(_milik(IDM, kabupaten))


def nomenklatur() -> list[Baris]:
    """Kode semua urusan kabupaten/kota: kode, tingkat, nama, indikator dan satuan."""
    return list(_baris(NOMENKLATUR))


def _milik(berkas: Path, kabupaten: str) -> SemuaBaris:
    awal = f"{kabupaten}."
    return (baris for baris in _baris(berkas) if baris["kode"].startswith(awal))


def _baris(berkas: Path) -> SemuaBaris:
    with gzip.open(berkas, "rt", encoding="utf-8", newline="") as isi:
        yield from csv.DictReader(isi)
