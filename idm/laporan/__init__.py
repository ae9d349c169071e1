"""Laporan IDM yang tidak ditandatangani, satu kamar tiap laporan."""
