"""Isian kode: dicari, diisi dari nomenklatur, ditolak bila asing."""

import pytest
from django.urls import reverse

from kinerja.models import Kegiatan, Nomenklatur, Program
from tests.factories import make_program

pytestmark = pytest.mark.django_db
LEMBAGA = "Program Pemberdayaan Lembaga Adat"


def terbitkan(kode, nama, tingkat="program", **isi):
    isi = {"tahun_awal": 2021, "baku": kode, "regulasi": "uji"} | isi
    return Nomenklatur.objects.create(kode=kode, nama=nama, tingkat=tingkat, **isi)


@pytest.fixture
def daftar():
    terbitkan("1.02.02", "Program Upaya Kesehatan")
    terbitkan("2.13.02", "Program Penataan Desa")
    terbitkan("2.13.05", LEMBAGA, indikator="Lembaga dibina", satuan="Lembaga")
    terbitkan("2.13.06", "Program Kelak", tahun_awal=2030)
    terbitkan("2.13.02.2.01", "Penyelenggaraan Penataan Desa", "kegiatan")
    terbitkan("1.02.02.2.01", "Penyediaan Fasilitas Kesehatan", "kegiatan")


@pytest.fixture
def cari(client_for):
    client, url = client_for("operator"), reverse("kinerja:nomenklatur_pilih")

    def kode(**isi):
        page = client.get(url, isi)
        return [satu.kode for satu in page.context["pilihan"]]

    return kode


def test_dicari_menurut_kode_kata_dan_induk(banyuasin, daftar, cari):
    assert cari(tingkat="program", kode="2.13", tahun="2023") == ["2.13.02", "2.13.05", "2.13.06"]
    assert cari(tingkat="program", kode="adat lembaga") == ["2.13.05"]
    assert cari(tingkat="program", kode="zzz") == []
    assert cari(tingkat="kegiatan") == ["1.02.02.2.01", "2.13.02.2.01"]
    program = make_program(banyuasin, kode="2.13.02")
    assert cari(tingkat="kegiatan", program=str(program.pk)) == ["2.13.02.2.01"]
    assert cari(tingkat="program")[0] == "2.13.02"  # urusan yang sudah dipakai di depan


def test_program_kabupaten_lain_bukan_induk(merangin, daftar, cari):
    asing = make_program(merangin, kode="2.13.02")
    assert len(cari(tingkat="kegiatan", program=str(asing.pk))) == 2


def test_yang_kosong_terisi_dari_nomenklatur(client_for, daftar):
    client, url = client_for("operator"), reverse("kinerja:program_create")
    assert client.post(url, {"tahun": "2023", "kode": "2.13.05"}).status_code == 302
    program = Program.objects.get()
    assert (program.nama, program.indikator, program.satuan) == (
        LEMBAGA, "Lembaga dibina", "Lembaga",
    )  # fmt: skip
    assert client.post(url, {"tahun": "2024", "kode": "2.13.05", "nama": "X"}).status_code == 302
    assert Program.objects.get(tahun=2024).nama == "X"


def test_kode_asing_ditolak_dengan_yang_terdekat(client_for, daftar):
    client, url = client_for("operator"), reverse("kinerja:program_create")
    isi = {"tahun": "2023", "kode": "2.13.07", "nama": LEMBAGA.upper()}
    page = client.post(url, isi).content.decode()
    assert f"Yang terdekat: 2.13.05 {LEMBAGA}; 2.13.02" in page
    assert 'type="checkbox" name="di_luar_daftar"' in page
    assert client.post(url, isi | {"di_luar_daftar": "on"}).status_code == 302
    program = Program.objects.get()
    ubah = reverse("kinerja:program_update", args=[program.pk])
    versi = client.get(ubah).context["form"]["versi"].value()
    lagi = isi | {"nama": "Diganti", "versi": versi}
    assert client.post(ubah, lagi).status_code == 302  # kodenya sudah dinyatakan
    kosong = {"tahun": "2023", "kode": "2.13.08"}
    assert "Pilih kodenya dari daftar" in client.post(url, kosong).content.decode()


def test_asing_tanpa_yang_mirip(client_for, daftar):
    client, url = client_for("operator"), reverse("kinerja:program_create")
    page = client.post(url, {"tahun": "2023", "kode": "9.98.77", "nama": "X"}).content.decode()
    assert "Kode 9.98.77 tidak ada dalam nomenklatur 2023." in page


def test_induk_dan_urusan_lain(client_for, banyuasin, daftar):
    client, url = client_for("operator"), reverse("kinerja:kegiatan_create")
    assert client.post(url, {"kode": "1.02.02.2.01", "nama": "X"}).status_code == 200
    program = make_program(banyuasin, kode="1.02.02")
    isi = {"program": program.pk, "kode": "2.13.02.2.01", "nama": "X"}
    assert "Kode harus berawal 1.02.02" in client.post(url, isi).content.decode()
    assert client.post(url, isi | {"kode": "1.02.02.2.01"}).status_code == 302
    assert Kegiatan.objects.get().kode == "1.02.02.2.01"


def test_kode_sebelum_2021(client_for, daftar):
    client, url = client_for("operator"), reverse("kinerja:program_create")
    isi = {"tahun": "2020", "kode": "1.22.1.22.01.15", "nama": "Program lama"}
    assert client.post(url, isi).status_code == 302
    page = client.post(url, isi | {"tahun": "2021"}).content.decode()
    assert "Kode harus seperti 2.13.04." in page
