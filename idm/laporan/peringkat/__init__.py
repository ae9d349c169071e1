"""Peringkat desa."""
