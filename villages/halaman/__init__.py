"""Halaman wilayah, kerja sama, lembaga dan IKK."""

from villages.halaman import ikk, kerja_sama, lembaga, wilayah

__all__ = ["ikk", "kerja_sama", "lembaga", "wilayah"]
