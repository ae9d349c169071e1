"""Bentuk isi tiap naskah kinerja dan pembawa versi lamanya; satu modul per naskah."""
