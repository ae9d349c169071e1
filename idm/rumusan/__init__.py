"""Jawaban resmi rumusan IDM satu desa satu tahun: menyusunnya dan membacanya kembali.

Bentuknya menurut layanan Kemendesa yang dipakai situs desa: `ROW` berisi indikator menurut urutan
indeks, sesudah tiap indeks jumlahnya, lalu IDM dan status. Angka dihitung dengan `Decimal`; yang
tidak diketahui `None`.
"""

from idm.rumusan.bentuk import (
    KOLOM,
    PELAKSANA,
    TIDAK_ADA,
    ButirRumusan,
    HasilRumusan,
    Rumusan,
    Salah,
)
from idm.rumusan.pembacaan import read
from idm.rumusan.penyusunan import nilai, susun

__all__ = [
    "KOLOM",
    "PELAKSANA",
    "TIDAK_ADA",
    "ButirRumusan",
    "HasilRumusan",
    "Rumusan",
    "Salah",
    "nilai",
    "read",
    "susun",
]
