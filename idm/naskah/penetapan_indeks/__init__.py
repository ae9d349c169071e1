"""Berita acara penetapan Indeks Desa."""
