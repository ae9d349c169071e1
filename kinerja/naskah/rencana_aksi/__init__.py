"""Rencana Aksi."""
