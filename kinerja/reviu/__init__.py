"""Evaluasi AKIP dan rekomendasi Inspektorat."""
