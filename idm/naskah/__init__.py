"""Naskah IDM, satu kamar tiap naskah."""
