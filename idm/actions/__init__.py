"""Perubahan data IDM dan Indeks Desa atas banyak desa."""

from idm.actions.hitung import SemuaRumus, recompute
from idm.actions.hitung_indeks import recompute_indeks

__all__ = ["SemuaRumus", "recompute", "recompute_indeks"]
