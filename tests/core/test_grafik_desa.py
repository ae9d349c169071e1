"""Gambar tentang desa dari isi laporannya: tanpa data tanpa gambar, yang tak diketahui disebut."""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest
from django.utils.text import slugify

from core.grafik import desa

BUKIT = desa.PetakDesa(nomor=1, nama="Bukit", status="MANDIRI", url="/desa/1/")
TAJA = desa.PetakDesa(nomor=2, nama="Taja", status="", url="/desa/2/")
KELOMPOK = [desa.PetakKecamatan(nama="Betung", desa=(BUKIT, TAJA))]


@dataclass
class Tahun:
    tahun: int
    jumlah: dict[str, int]


@dataclass
class Selang:
    dari: Decimal
    banyak: int


@dataclass
class Nilai:
    tahun: int
    nilai: Decimal | None


@dataclass
class Persen:
    nama: str
    desa: Decimal = Decimal(50)
    kecamatan: Decimal = Decimal(60)
    kabupaten: Decimal = Decimal(70)


BARIS = [Persen("Kesehatan"), Persen("Pendidikan"), Persen("Keuangan")]
TAHUN = [Tahun(2024, dict.fromkeys(desa.STATUS, 4))]


@pytest.mark.parametrize("satu", desa.STATUS.values(), ids=lambda satu: satu.nama)
def test_warna_status_sama_pada_tulisan_dan_gambarnya(satu):
    gaya = Path("static/css/dpmd.css").read_text()
    assert f".status-{slugify(satu.nama)}::before {{ background: {satu.warna};" in gaya


def test_tanpa_data_tanpa_gambar():
    kosong = (
        desa.status([], "IDM"),
        desa.satu_kotak_satu_desa(TAHUN, 2023),
        desa.sebaran([], "IDM"),
        desa.petak([], 2024),
        desa.banding([], "Batang", "Bukit"),
        desa.radar(BARIS[:2], "Radar", "Bukit"),
    )
    assert kosong == ("",) * 6


def test_petak_menyebut_desa_tanpa_data():
    svg = desa.petak(KELOMPOK, 2024)
    assert "<title>Bukit: Mandiri</title>" in svg
    assert "<title>Taja: tanpa data</title>" in svg
    assert "<a href" not in svg
    assert '<a href="/desa/2/">' in desa.petak(KELOMPOK, 2024, bertautan=True)


def test_pembanding_disebut_pada_batang_dan_radar():
    for svg in (desa.banding(BARIS, "Batang", "Bukit"), desa.radar(BARIS, "Radar", "Bukit")):
        for nama in ("Bukit", *desa.RATA, "Kesehatan"):
            assert f">{nama}</text>" in svg


def test_angka_status_sebaran_dan_riwayat_tertulis():
    status = desa.status(TAHUN, "Indeks Desa")
    assert status.count(">4</text>") == 5
    assert "Status desa menurut Indeks Desa" in status
    assert ">4 Mandiri</text>" in desa.satu_kotak_satu_desa(TAHUN, 2024)
    assert ">0,55</text>" in desa.sebaran([Selang(Decimal("0.55"), 3)], "IDM")
    semua = [Nilai(2024, Decimal("0.82")), Nilai(2023, None)]
    riwayat = desa.riwayat(semua, "IDM", 4)
    assert riwayat.index(">2023</text>") < riwayat.index(">2024</text>")
    assert ">0,8200</text>" in riwayat
