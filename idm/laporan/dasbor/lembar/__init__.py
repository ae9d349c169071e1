"""Tabel, gambar dan PDF dasbor desa."""
