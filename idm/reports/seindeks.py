"""Status desa menurut indeks yang dipakai pada satu tahun, dengan tahun lain yang seindeks."""

from collections.abc import Collection
from typing import Any

from accounts.models import Kabupaten
from idm.indeks import BERGANTI, IDM, indeks
from idm.models import IdmDesa, IndeksDesa
from idm.reports.status import (
    PerTahun,
    StatusTahun,
    Tahunan,
    gabung,
    pindah_tahunan,
    status_baris,
    status_tahunan,
)

SEMUA = (IdmDesa, IndeksDesa)


def tabel_tahun(tahun: int) -> Any:
    """Tabel hasil indeks yang dipakai pada `tahun`."""
    if indeks(tahun) is IDM:
        return IdmDesa
    return IndeksDesa


def is_seindeks(tahun: int, lain: int) -> bool:
    """Kedua tahun memakai indeks yang sama, jadi boleh disandingkan."""
    return indeks(tahun) is indeks(lain)


def status_berlaku(kabupaten: Kabupaten, tahun: Collection[int]) -> dict[int, StatusTahun]:
    """Status desa tiap tahun menurut indeks yang dipakai tahun itu."""
    hasil: dict[int, StatusTahun] = {}
    for model in SEMUA:
        masa = _masa(model, tahun)
        if masa:
            hasil |= status_tahunan(kabupaten, masa, model)
    return hasil


def pindah_berlaku(kabupaten: Kabupaten, tahun: Collection[int]) -> PerTahun:
    """Perpindahan tiap tahun di dalam indeks yang dipakai tahun itu."""
    hasil: PerTahun = {}
    for model in SEMUA:
        masa = _masa(model, tahun)
        if masa:
            hasil |= pindah_tahunan(kabupaten, masa, model)
    return hasil


def _masa(model: Any, tahun: Collection[int]) -> list[int]:
    """Tahun yang memakai tabel itu."""
    return [satu for satu in tahun if tabel_tahun(satu) is model]


def status_seindeks(kabupaten: Kabupaten, tahun: int, idm: Tahunan) -> Tahunan:
    """Hitungan sampai `tahun`; `idm` hitungan baris IDM dan rekap tercetak semua tahun."""
    if indeks(tahun) is IDM:
        return idm
    rekap = {}
    for satu, status in idm.items():
        if satu >= BERGANTI:
            rekap[satu] = status
    rows = IndeksDesa.objects.milik(kabupaten).filter(tahun__lte=tahun)
    return gabung(rekap, status_baris(kabupaten, rows))
