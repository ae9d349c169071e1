"""Laporan perencanaan: pohon kinerja, dan langkah membuka tahun."""

from kinerja.perencanaan.reports.pembukaan import langkah_tahun
from kinerja.perencanaan.reports.pohon import (
    TANPA_SASARAN,
    TANPA_TUJUAN,
    payload,
)

__all__ = ["TANPA_SASARAN", "TANPA_TUJUAN", "langkah_tahun", "payload"]
