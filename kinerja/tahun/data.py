"""Yang dibaca bersama untuk semua sumber hitung, dan bentuk hasilnya."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from accounts.models import Kabupaten
from core.angka import format_angka
from idm.reports import StatusTahun, pindah_berlaku, status_berlaku
from villages.models import Kecamatan, RekapLembaga
from villages.sources import banyak_pada

Desa = Any
Masukan = tuple[str, int]  # label dan hitungannya
DesaPerLabel = dict[str, list[Desa]]


@dataclass(frozen=True, slots=True)
class DataSebagian:
    """Data satu tahun yang baru sebagian wilayahnya; `satuan` desa atau kecamatan.

    Sebagian tidak pernah menjadi angka kabupaten (ADR 104).
    """

    data: str
    tahun: int
    diketahui: int
    semua: int
    satuan: str

    def __str__(self) -> str:
        return f"{self.data} {self.tahun}: {self.kalimat}"

    @property
    def kalimat(self) -> str:
        """Berapa yang sudah melapor, dan bahwa angkanya menunggu yang lain."""
        banyak = f"{format_angka(self.diketahui)} dari {format_angka(self.semua)} {self.satuan}"
        return f"Baru {banyak}, jadi belum dihitung."


@dataclass(frozen=True)
class Hasil:
    """Angka satu indikator dan silsilahnya. `nilai` tanpa pembulatan, sudah dikali faktor."""

    nilai: Decimal
    sumber: str
    uraian: str
    pembilang: Decimal | None = None
    penyebut: Decimal | None = None
    masukan: tuple[Masukan, ...] = ()
    desa: DesaPerLabel = field(default_factory=dict)
    tahun_rekap: tuple[int, ...] = ()  # yang hanya diketahui hitungannya, bukan desanya


@dataclass(frozen=True)
class Data:
    """Bacaan bersama satu kabupaten untuk semua tahun yang diukur, dengan kueri tetap."""

    kabupaten: Kabupaten
    status: Mapping[int, StatusTahun]
    pindah: Mapping[int, Mapping[tuple[str, str], int]]
    lembaga: Mapping[int, tuple[RekapLembaga, ...]]
    kecamatan: Mapping[int, int]  # banyak kecamatan pada akhir tiap tahun


def read_data(kabupaten: Kabupaten, tahun: Collection[int]) -> Data:
    """Status desa, perpindahannya dan rekap lembaga `tahun`, dan setahun sebelum yang pertama."""
    semua = range(min(tahun) - 1, max(tahun) + 1)
    milik = Kecamatan.objects.filter(kabupaten=kabupaten)
    return Data(
        kabupaten,
        status=MappingProxyType(status_berlaku(kabupaten, semua)),
        pindah=MappingProxyType(pindah_berlaku(kabupaten, semua)),
        lembaga=MappingProxyType(_rekap_tahunan(kabupaten, semua)),
        kecamatan=MappingProxyType(banyak_pada(milik, semua)),
    )


def _rekap_tahunan(kabupaten: Kabupaten, tahun: range) -> dict[int, tuple[RekapLembaga, ...]]:
    """Satu kueri untuk semua tahun; baris yang dikosongkan lagi belum melapor."""
    per_tahun: dict[int, list[RekapLembaga]] = {}
    rows = RekapLembaga.objects.filter(kecamatan__kabupaten=kabupaten, tahun__in=tahun)
    for row in filter(attrgetter("is_berisi"), rows):
        per_tahun.setdefault(row.tahun, []).append(row)
    return {t: tuple(rows) for t, rows in per_tahun.items()}
