"""Semua naskah IDM yang dikenal `documents`."""

from idm.naskah.penetapan.pendaftaran import JENIS

__all__ = ["JENIS"]
