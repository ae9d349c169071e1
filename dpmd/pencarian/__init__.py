"""Satu kotak cari: baris data, naskah, orang, halaman dan bab panduan."""

from dpmd.pencarian.hasil import Cocok, cari

__all__ = ["Cocok", "cari"]
