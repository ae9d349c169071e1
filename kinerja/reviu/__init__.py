"""Meja reviu Inspektorat, rekomendasi, dan evaluasi AKIP."""
