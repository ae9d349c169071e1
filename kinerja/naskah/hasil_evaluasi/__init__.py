"""Laporan Hasil Evaluasi AKIP."""
