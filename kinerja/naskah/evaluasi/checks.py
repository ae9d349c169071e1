"""Uji kewajaran evaluasi dan E.81: kelas yang menyangkut uang, jadwal dan hasil triwulan."""

from kinerja.uji.checks import (
    v01_uang,
    v02_total,
    v04_persen,
    v06_lengkap,
    v07_rencana,
    v10_satuan,
    v12_naskah,
    v12_satu_angka,
    v14_kode,
)

UJI = (
    v01_uang.check,
    v02_total.evaluasi,
    v02_total.target_triwulan,
    v02_total.uang_setahun,
    v04_persen.check,
    v04_persen.evaluasi,
    v06_lengkap.check,
    v07_rencana.check,
    v10_satuan.check,
    v12_satu_angka.check,
    v12_naskah.check,
    v14_kode.check,
)
