"""Uji kewajaran Rencana Aksi: jadwal, uang yang menjumlah ke atas, satuan dan kode."""

from kinerja.naskah.dasar.checks import RENCANA_AKSI, uji_naskah

UJI = uji_naskah(RENCANA_AKSI)
