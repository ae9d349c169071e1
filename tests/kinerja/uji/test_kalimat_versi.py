"""Kalimat tentang perubahan pagu terhadap versi DPA yang tercatat."""

import datetime

import pytest

from kinerja.models import Dpa, Program
from kinerja.tahun.tahun_kinerja import TahunKinerja
from tests.kinerja.uji.test_kalimat_angka import temuan

KINI = 10_716_928_854
MURNI = 10_000_000_000
GESER = 10_250_000_000
KELIRU = (
    ("Pagu dinas berubah dari Rp 9.000.000.000 menjadi Rp 10.716.928.854.",
     "semula Rp 9.000.000.000"),
    ("Pagu anggaran dinas semula Rp 10.500.000.000 menjadi Rp 10.716.928.854 setelah perubahan.",
     "Rp 10.500.000.000"),
    ("Pagu dinas bertambah Rp 900 juta setelah perubahan.", "Rp 900 juta"),
    ("Pagu murni dinas sebesar Rp 10.100.000.000.", "Rp 10.100.000.000"),
    ("Setelah pergeseran pagu dinas menjadi Rp 10,4 miliar.", "menjadi Rp 10,4 miliar"),
)  # fmt: skip
BENAR = (
    "Pagu dinas berubah dari Rp 10.000.000.000 menjadi Rp 10.716.928.854.",
    "Pagu dinas bertambah Rp 716.928.854 setelah perubahan.",
    "Setelah pergeseran pagu dinas menjadi Rp 10,25 miliar.",
    "Pagu murni dinas sebesar Rp 10.000.000.000. Diusulkan perubahan pagu menjadi Rp 11 miliar.",
    "Realisasi sebelum perubahan anggaran dinas sebesar Rp 2.000.000.000.",
)


def record_versi(dinas, jenis, pagu, bulan, ke=None):
    """Satu versi yang rinciannya satu baris program."""
    kode = Program.objects.filter(perangkat_daerah=dinas, tahun=2023).first().kode
    Dpa.objects.create(
        perangkat_daerah=dinas,
        tahun=2023,
        jenis=jenis,
        pergeseran_ke=ke,
        nomor=f"{jenis}/2023",
        tanggal=datetime.date(2023, bulan, 1),
        rincian=[{"kode": kode, "nama": "Seluruhnya", "pagu": str(pagu)}],
    )


@pytest.fixture
def kinerja(kabupaten):
    dinas = kabupaten.dinas
    record_versi(dinas, "murni", MURNI, 1)
    record_versi(dinas, "pergeseran", GESER, 4, ke=1)
    record_versi(dinas, "perubahan", KINI, 10)
    return TahunKinerja(kabupaten, 2023)


def test_pagu_yang_bukan_versi_mana_pun_disebut(kinerja):
    versi = "DPA murni Rp 10.000.000.000; DPA pergeseran Rp 10.250.000.000; DPA perubahan"
    for kalimat, tertulis in KELIRU:
        (satu,) = temuan(kinerja, kalimat)
        assert satu.tercetak == tertulis, kalimat
        assert satu.dihitung == f"{versi} Rp 10.716.928.854", kalimat


def test_pagu_sebuah_versi_tidak_dituduh(kinerja):
    dituduh = {kalimat: temuan(kinerja, kalimat) for kalimat in BENAR}
    assert {kalimat: satu for kalimat, satu in dituduh.items() if satu} == {}


def test_versi_yang_pagunya_tidak_diketahui_tidak_disebut(kabupaten):
    dinas = kabupaten.dinas
    record_versi(dinas, "murni", MURNI, 1)
    murni = Dpa.objects.get()
    murni.rincian[0]["pagu"] = None
    murni.save()
    kinerja = TahunKinerja(kabupaten, 2023)
    kalimat = "Pagu dinas berubah dari Rp 9.000.000.000 menjadi Rp 10,72 miliar."
    assert temuan(kinerja, kalimat) == []
