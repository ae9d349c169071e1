"""Kisi pengukuran, dan dasar kisi baris pohon kinerja."""

from kinerja.pengukuran.grids.evaluasi import PENGUKURAN, EvaluasiGrid
from kinerja.pengukuran.grids.pohon import PohonGrid, isian_model

__all__ = ["PENGUKURAN", "EvaluasiGrid", "PohonGrid", "isian_model"]
