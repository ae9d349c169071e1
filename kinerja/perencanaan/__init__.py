"""Renstra, indikator, pohon program, DPA, rencana aksi."""
