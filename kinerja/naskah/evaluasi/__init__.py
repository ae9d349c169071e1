"""Evaluasi Rencana Aksi dan Formulir E.81."""
