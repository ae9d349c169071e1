"""Berkas bukti IKK."""
