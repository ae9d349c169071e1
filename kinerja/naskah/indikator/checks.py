"""Uji kewajaran IKU, IKK dan Capaian Kinerja."""

from kinerja.naskah.dasar import checks

DEFINISI = checks.uji_naskah(checks.DEFINISI)
CAPAIAN = checks.uji_naskah(checks.CAPAIAN)
