"""Naskah desa, satu kamar tiap naskah."""
