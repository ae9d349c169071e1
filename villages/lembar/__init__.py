"""Uraian tabel laporan desa."""
