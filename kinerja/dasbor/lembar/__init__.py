"""Tabel dan gambar dasbor: sekali diuraikan untuk layar, lembar kerja dan PDF."""
