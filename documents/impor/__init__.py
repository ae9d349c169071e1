"""Impor lembar kerja: penerimanya, dan hasil pemeriksaannya."""

from documents.impor.penerima import (
    JUDUL_KESALAHAN,
    PENERIMA,
    Hasil,
    Kesalahan,
    Penerima,
    normal,
    simpanan,
)

__all__ = [
    "JUDUL_KESALAHAN",
    "PENERIMA",
    "Hasil",
    "Kesalahan",
    "Penerima",
    "normal",
    "simpanan",
]
