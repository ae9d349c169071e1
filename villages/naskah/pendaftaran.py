"""Semua naskah desa yang dikenal `documents`."""

from villages.naskah.bukti_ikk.pendaftaran import JENIS

__all__ = ["JENIS"]
