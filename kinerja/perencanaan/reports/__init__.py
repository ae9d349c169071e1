"""Laporan perencanaan: pohon kinerja, dan langkah membuka tahun."""

from kinerja.perencanaan.reports.pembukaan import langkah_tahun
from kinerja.perencanaan.reports.pohon import (
    TANPA_SASARAN,
    TANPA_TUJUAN,
    BarisPohon,
    IsiPohon,
    isi_pohon,
)
from kinerja.perencanaan.reports.usul import BarisUsul, IsiUsul, isi_usul

__all__ = [
    "TANPA_SASARAN",
    "TANPA_TUJUAN",
    "BarisPohon",
    "BarisUsul",
    "IsiPohon",
    "IsiUsul",
    "isi_pohon",
    "isi_usul",
    "langkah_tahun",
]
