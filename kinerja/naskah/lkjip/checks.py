"""Uji kewajaran LKjIP: semua kelas."""

from kinerja.naskah.dasar.checks import LKJIP, uji_naskah

UJI = uji_naskah(LKJIP)
