"""Dasbor desa."""
