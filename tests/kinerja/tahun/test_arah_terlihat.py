"""Lambang, batang capaian dan kalimatnya mengikuti arah barisnya: dasbor, halaman, dan LKjIP."""

import re
from html import unescape

import pytest
from django.urls import reverse

from kinerja.naskah.lkjip.reports.analisis import analisis
from kinerja.tahun.tahun_kinerja import TahunKinerja
from tests.factories import make_indikator, make_lkjip, make_realisasi, make_sasaran, make_target

pytestmark = pytest.mark.django_db
BARIS = re.compile(r"<tr.*?</tr>", re.S)
GAMBAR = re.compile(r"<svg.*?</svg>", re.S)
# nama, arah, target, realisasi 2022 dan 2023, lambang, capaian 2023
SEMUA = (
    ("Desa terlayani", "naik", "10", "12", "8", "↑ naik", "80,00"),
    ("Keluhan layanan", "turun", "10", "12", "8", "↓ turun", "120,00"),
    ("Hari tunggu", "balik", "10", "12", "8", "↓ turun terbalik", "125,00"),
)


@pytest.fixture
def berarah(banyuasin):
    sasaran = make_sasaran(banyuasin, nama="Pelayanan desa")
    semua = []
    for nomor, (nama, arah, target, lalu, kini, _, _) in enumerate(SEMUA, start=1):
        satu = make_indikator(
            banyuasin, sasaran=sasaran, jenis="iku", nomor=nomor, nama=nama, arah=arah
        )
        for tahun, nilai in ((2022, lalu), (2023, kini)):
            make_target(satu, target, tahun=tahun)
            make_realisasi(satu, nilai, tahun=tahun)
        semua.append(satu)
    return semua


def tulisan(html):
    """Tanpa unsur, berspasi tunggal."""
    polos = unescape(re.sub(r"<[^>]+>", " ", html))
    return " ".join(polos.split())


def test_dasbor(client_for, berarah):
    halaman = client_for("operator").get(reverse("kinerja:dasbor") + "?tahun=2023")
    baris = [tulisan(satu) for satu in BARIS.findall(halaman.content.decode())]
    for nama, _, _, _, _, lambang, capaian in SEMUA:
        (milik,) = [satu for satu in baris if nama in satu and lambang.split()[0] in satu]
        assert lambang in milik
        assert capaian in milik


def test_halaman_indikator(client_for, berarah):
    client = client_for("operator")
    for satu, (_, _, _, _, _, lambang, capaian) in zip(berarah, SEMUA, strict=True):
        halaman = tulisan(client.get(satu.get_absolute_url() + "?tahun=2023").content.decode())
        assert f"{lambang} ·" in halaman
        assert capaian in halaman


def test_batang_capaian_lkjip(client_for, banyuasin, berarah):
    lkjip = reverse("kinerja:lkjip_preview", args=[make_lkjip(banyuasin).pk])
    halaman = client_for("operator").get(lkjip).content.decode()
    (gambar,) = [satu for satu in GAMBAR.findall(halaman) if "Capaian indikator kinerja" in satu]
    urut = re.findall(r"(?:80|120|125),00 %", tulisan(gambar))
    assert urut == [f"{capaian} %" for *_, capaian in SEMUA]


def test_kalimat_lkjip(banyuasin, berarah):
    """Angka yang turun pada arah turun tercapai, dan kalimatnya menyebut arahnya."""
    semua = analisis(TahunKinerja(banyuasin, 2023), ())
    naik, turun, balik = (tulisan(satu.html) for satu in semua)
    assert "sehingga target belum tercapai" in naik
    assert "makin rendah makin baik" not in naik
    for satu in (turun, balik):
        assert "sehingga target tercapai" in satu
        assert "Realisasinya turun" in satu
        assert "Indikator ini makin rendah makin baik" in satu
