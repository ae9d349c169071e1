"""Uji kewajaran IKU, IKK dan Capaian Kinerja."""

from kinerja.uji.checks import (
    v01_uang,
    v02_total,
    v04_persen,
    v08_arah,
    v09_tulisan,
    v10_satuan,
    v11_simpulan,
    v12_definisi,
    v12_naskah,
    v12_satu_angka,
)

DEFINISI = (
    v08_arah.check,
    v09_tulisan.check,
    v10_satuan.check,
    v12_satu_angka.batasan,
    v12_definisi.check,
    v12_naskah.check,
)
CAPAIAN = (
    v01_uang.check,
    v02_total.setahun,
    v02_total.target_indikator,
    v04_persen.check,
    v11_simpulan.skala,
    v12_satu_angka.check,
    *DEFINISI,
)
