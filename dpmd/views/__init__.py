"""Beranda, bantuan, kesehatan, galat, dan halaman mulai."""

from dpmd.views.bantuan import BabDetail, DaftarBab
from dpmd.views.belum_melapor import BelumMelapor
from dpmd.views.cari import DataAcuan, pencarian
from dpmd.views.dasar import (
    bad_request,
    beranda,
    forbidden,
    kiriman_basi,
    sehat,
    server_error,
    tidak_ditemukan,
    too_many,
)
from dpmd.views.luring import luring, pekerja
from dpmd.views.mulai import Mulai

__all__ = [
    "BabDetail",
    "BelumMelapor",
    "DaftarBab",
    "DataAcuan",
    "Mulai",
    "bad_request",
    "beranda",
    "forbidden",
    "kiriman_basi",
    "luring",
    "pekerja",
    "pencarian",
    "sehat",
    "server_error",
    "tidak_ditemukan",
    "too_many",
]
