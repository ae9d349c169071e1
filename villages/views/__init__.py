"""Hanya yang berbeda dari halaman umum."""
