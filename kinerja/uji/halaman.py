"""Halaman angka tercetak, pembanding uji kewajaran."""

from core.halaman import Halaman
from kinerja.models import AngkaTercetak

HALAMAN = (
    Halaman(
        model=AngkaTercetak,
        prefix="angka-tercetak",
        kolom=("tempat", "tercetak", "rujukan", "tahun", "dokumen"),
        saring=("tahun", "tempat", "rujukan"),
        isian=("tahun", "dokumen", "tempat", "rujukan", "tercetak"),
        petunjuk={"rujukan": "Kunci angka yang dihitung sistem, misalnya ikk.6.realisasi."},
    ),
)
