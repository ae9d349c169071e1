"""Uji kewajaran Rencana Aksi: jadwal, uang yang menjumlah ke atas, satuan dan kode."""

from kinerja.uji.checks import (
    v01_uang,
    v02_total,
    v05_jadwal,
    v10_satuan,
    v12_naskah,
    v12_satu_angka,
    v13_tahun,
    v14_kode,
)

UJI = (
    v01_uang.check,
    v02_total.rencana_aksi,
    v02_total.target_triwulan,
    v05_jadwal.check,
    v10_satuan.check,
    v12_satu_angka.check,
    v12_naskah.check,
    v13_tahun.check,
    v14_kode.check,
)
