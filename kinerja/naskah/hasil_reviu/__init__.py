"""Catatan Hasil Reviu."""
