"""Uji kewajaran evaluasi dan E.81: kelas yang menyangkut uang, jadwal dan hasil triwulan."""

from kinerja.naskah.dasar.checks import EVALUASI, uji_naskah

UJI = uji_naskah(EVALUASI)
