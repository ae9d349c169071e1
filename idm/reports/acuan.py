"""Banyak desa tiap status senegara dan seprovinsi menurut terbitan; pembanding satu kabupaten."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from types import MappingProxyType

from django.conf import settings

from accounts.models import Kabupaten
from core.angka import bulatkan
from idm.reports.status import URUTAN, Diketahui

BERKAS = "acuan_status_desa.csv"
NASIONAL = ""
Kunci = tuple[int, str]  # tahun, kode provinsi


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusDaerah:
    """Banyak desa tiap status di satu daerah pada satu tahun."""

    nama: str
    jumlah: dict[str, int]

    @property
    def banyak(self) -> int:
        """Semua desanya."""
        return sum(self.jumlah.values())

    @property
    def baris(self) -> list[tuple[int, Decimal]]:
        """Banyak desa tiap status dan bagiannya (persen)."""
        hasil = []
        for jumlah in self.jumlah.values():
            semua = max(self.banyak, 1)
            bagian = Decimal(jumlah) * 100 / semua
            bulat = bulatkan(bagian, 2)
            hasil.append((jumlah, bulat))
        return hasil


@cache
def acuan() -> Mapping[Kunci, StatusDaerah]:
    """Yang diterbitkan, menurut tahun dan provinsinya."""
    hasil = {}
    berkas = settings.BASE_DIR / "fixtures" / BERKAS
    with berkas.open(newline="") as aliran:
        for row in csv.DictReader(aliran):
            tahun = int(row["tahun"])
            provinsi = row["provinsi"]
            hasil[tahun, provinsi] = _daerah(row)
    return MappingProxyType(hasil)


def _daerah(row: dict[str, str]) -> StatusDaerah:
    """Satu baris terbitan."""
    jumlah = {}
    for status in URUTAN:
        kolom = status.value.lower().replace(" ", "_")
        jumlah[status.value] = int(row[kolom])
    return StatusDaerah(nama=row["nama"], jumlah=jumlah)


def pembanding(kabupaten: Kabupaten, tahun: int, kini: Diketahui) -> tuple[StatusDaerah, ...]:
    """Kabupaten, provinsinya, lalu nasional; kosong bila tidak ada yang dapat dibandingkan."""
    if kini is None:
        return ()
    terbitan = acuan()
    provinsi = kabupaten.kode.partition(".")[0]
    hasil = []
    for kode in (provinsi, NASIONAL):
        if daerah := terbitan.get((tahun, kode)):
            hasil.append(daerah)
    if not hasil:
        return ()
    jumlah = {}
    for status, banyak in kini.counts.items():
        jumlah[status.value] = banyak
    sendiri = StatusDaerah(nama=str(kabupaten), jumlah=jumlah)
    return (sendiri, *hasil)
