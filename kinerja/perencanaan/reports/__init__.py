"""Laporan perencanaan: pohon kinerja, dan langkah membuka tahun."""

from kinerja.perencanaan.reports.pembukaan import langkah_tahun
from kinerja.perencanaan.reports.pohon import (
    TANPA_SASARAN,
    TANPA_TUJUAN,
    BarisPohon,
    IsiPohon,
    isi_pohon,
)

__all__ = [
    "TANPA_SASARAN",
    "TANPA_TUJUAN",
    "BarisPohon",
    "IsiPohon",
    "isi_pohon",
    "langkah_tahun",
]
