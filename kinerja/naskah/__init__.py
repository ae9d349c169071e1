"""Naskah kinerja, satu kamar tiap naskah."""
