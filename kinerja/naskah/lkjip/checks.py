"""Uji kewajaran LKjIP: semua kelas."""

from kinerja.uji.checks import (
    v01_uang,
    v02_total,
    v03_desa,
    v04_persen,
    v05_jadwal,
    v06_lengkap,
    v07_rencana,
    v08_arah,
    v09_tulisan,
    v10_satuan,
    v11_simpulan,
    v12_naskah,
    v12_satu_angka,
    v13_tahun,
    v14_kode,
)

UJI = (
    v01_uang.check,
    v02_total.check,
    v03_desa.check,
    v04_persen.check,
    v05_jadwal.bila_berencana,
    v06_lengkap.check,
    v07_rencana.check,
    v08_arah.check,
    v09_tulisan.check,
    v10_satuan.check,
    v11_simpulan.skala,
    v11_simpulan.kata,
    v12_satu_angka.check,
    v12_satu_angka.batasan,
    v12_naskah.check,
    v13_tahun.check,
    v14_kode.check,
)
