"""Angka naskah sah, dibaca dari isi bekunya."""
