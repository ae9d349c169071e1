"""Berita acara penetapan IDM."""
