"""Jalan ke status berikutnya."""
