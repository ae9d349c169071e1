"""Penerima buku kerja setahun dan lembar-lembarnya."""

from kinerja.buku.penerima.buku import BukuKantor, BukuKerja, buku_terisi

__all__ = ["BukuKantor", "BukuKerja", "buku_terisi"]
