"""Profil satu desa."""
