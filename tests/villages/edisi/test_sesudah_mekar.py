"""Sesudah mekar: hitungan tahun lalu, kerja sama, IDM dan lembar mengikuti desanya."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from documents.models import Impor
from idm.reports import banyak_pindah
from kinerja.tahun.sources import baca_data, hasil
from tests import factories
from tests.villages.edisi.bahan import mekarkan, muara
from tests.villages.test_wilayah import geojson, muat, poligon
from villages.actions import jumlahkan
from villages.models import (
    AnggotaKerjaSama,
    BatasDesa,
    Desa,
    KerjaSama,
    RekapLembaga,
    RincianLembaga,
)
from villages.reports.kerja_sama import angka
from villages.reports.lembaga import kelembagaan, kelengkapan
from villages.sources import keadaan, kode_lama

pytestmark = pytest.mark.django_db


def test_hitungan_tahun_lalu_memakai_keadaan_tahun_itu(betung, client_for, banyuasin):
    mekarkan(client_for("admin"))
    banyak = {k.kecamatan.nama: k.desa for k in kelengkapan(banyuasin, 2024)}
    assert banyak == {"Betung": 5}
    assert {k.kecamatan.nama: k.desa for k in kelengkapan(banyuasin, 2025)} == {
        "Betung": 3, "Betung Selatan": 3,
    }  # fmt: skip
    assert [b.kecamatan for b in kelembagaan(banyuasin, 2024).baris] == ["BETUNG"]
    dulu = keadaan(banyuasin, 2024)[muara().pk]
    assert (dulu.kode, dulu.kecamatan) == ("16.07.05.2002", "Betung")
    for desa in Desa.objects.on(2024):
        RincianLembaga.objects.create(desa=desa, tahun=2024, posyandu=1)
    rekap = jumlahkan(kecamatan=betung, tahun=2024, by="uji")
    assert isinstance(rekap, RekapLembaga)
    assert (rekap.jumlah_desa, rekap.jumlah_kelurahan, rekap.posyandu) == (4, 1, 5)


def deret(kabupaten):
    """Kerja sama 2025 terhadap 2024, perpindahan status, dan IKK 6 serta 7."""
    kini = angka(kabupaten, 2025)
    data = baca_data(kabupaten, (2024, 2025))
    ikk = [
        hasil(f"idm.{nama}", data, 2025)
        for nama in ("pengentasan_tertinggal", "peningkatan_mandiri")
    ]
    return (kini.kini, list(kini.datang), list(kini.pergi), banyak_pindah(kabupaten, 2025), *ikk)


def test_anggota_kerja_sama_dan_idm_mengikuti_desanya(betung, client_for, banyuasin):
    kerja_sama = KerjaSama.objects.create(kabupaten=banyuasin, kecamatan=betung, jenis="kawasan")
    for tahun, status in ((2024, "TERTINGGAL"), (2025, "BERKEMBANG")):
        AnggotaKerjaSama.objects.create(
            kerja_sama=kerja_sama, tahun=tahun, desa=muara(), nama_tercetak="MUARA"
        )
        factories.make_idm(muara(), tahun, status=status)
    for tahun, status in ((2024, "BERKEMBANG"), (2025, "MANDIRI")):
        factories.make_idm(Desa.objects.get(nama="Suka"), tahun, status=status)
    sebelum = deret(banyuasin)
    mekarkan(client_for("admin"))
    assert deret(banyuasin) == sebelum
    kini, datang, pergi, pindah, ikk_6, ikk_7 = sebelum
    assert (kini.desa, datang, pergi) == (1, [], [])
    assert pindah == {("TERTINGGAL", "BERKEMBANG"): 1, ("BERKEMBANG", "MANDIRI"): 1}
    assert (ikk_6.nilai, ikk_7.nilai) == (100, 100)


def test_kode_lama_diterima_lembar(betung, client_for, banyuasin):
    mekarkan(client_for("admin"))
    assert kode_lama(banyuasin) == {
        "16.07.05.2002": "16.07.22.2001",
        "16.07.05.2003": "16.07.22.1002",
    }
    isi = "Kode baris;Posyandu\n16.07.05.2002;4\n"
    berkas = SimpleUploadedFile("rincian.csv", isi.encode())
    client_for("operator").post(
        f"{reverse('villages:rincianlembaga_grid_impor')}?tahun=2025", {"berkas": berkas}
    )
    impor = Impor.objects.latest("pk")
    assert not impor.kesalahan
    assert [u["kunci"] for u in impor.ubahan] == [str(muara().pk)]
    assert impor.catatan[0]["pesan"] == "Kode edisi lain; dibaca sebagai 16.07.22.2001 Muara."


def test_batas_berkode_lama_menjadi_batas_desanya(betung, client_for):
    client = client_for("admin")
    mekarkan(client)
    assert muat(client, geojson(poligon("1607052002"))).status_code == 302
    assert BatasDesa.objects.get().desa == muara()
