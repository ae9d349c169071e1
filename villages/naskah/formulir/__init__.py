"""Formulir Identifikasi Kerja Sama Antar Desa."""
