"""Isi tiap naskah kinerja: payload, kelengkapan, temuan; satu modul per jenis."""
