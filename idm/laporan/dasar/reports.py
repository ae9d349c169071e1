"""Kepala laporan IDM."""

from dataclasses import dataclass

from accounts.models import Kabupaten
from documents.kepala import Kop
from documents.reports.kepala import kop
from idm.reports.ukuran import is_peragaan


@dataclass(frozen=True, slots=True, kw_only=True)
class KepalaLaporan:
    """Kop dan judul laporan yang bukan naskah bertanda tangan."""

    dinas: Kop
    judul: str
    tahun: int
    is_peragaan: bool


def kepala(kabupaten: Kabupaten, judul: str, tahun: int) -> KepalaLaporan:
    """Menurut dinas kabupatennya; `is_peragaan` bila angka tahun itu buatan."""
    return KepalaLaporan(
        dinas=kop(kabupaten, kabupaten.dinas_tercatat),
        judul=judul,
        tahun=tahun,
        is_peragaan=is_peragaan(kabupaten, tahun),
    )
