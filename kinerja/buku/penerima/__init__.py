"""Penerima buku kerja setahun dan lembar-lembarnya."""

from kinerja.buku.penerima.buku import BukuKerja, buku_terisi

__all__ = ["BukuKerja", "buku_terisi"]
