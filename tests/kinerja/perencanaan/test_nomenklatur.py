"""Isian kode: dicari, diisi dari nomenklatur, ditolak bila asing."""

import pytest
from django.urls import reverse

from core import audit
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
        halaman = client.get(url, isi)
        return [satu.kode for satu in halaman.context["pilihan"]]

    return kode


@pytest.mark.parametrize(
    "dicari",
    [
        "2.13.04.2.01.04", "2.13.04.2.1.4", "2.13.04.2.01.0004", "0004", "adminstrasi desa",
        "2.13.04.2.01.",
    ],
)  # fmt: skip
def test_kode_dua_angka_ujungnya_dan_salah_ketik(banyuasin, cari, dicari):
    terbitkan("2.13.04.2.01.0004", "Fasilitasi Administrasi Desa", "sub")
    terbitkan("2.13.04.2.02.0011", "Pembinaan Kelembagaan", "sub")
    assert cari(tingkat="sub", kode=dicari) == ["2.13.04.2.01.0004"]


def test_yang_tidak_mirip_tetap_kosong(banyuasin, daftar, cari):
    assert cari(tingkat="program", kode="xyzzy") == []


def test_dicari_menurut_kode_kata_dan_induk(banyuasin, daftar, cari):
    assert cari(tingkat="program", kode="2.13", tahun="2023") == [
        "2.13.02",
        "2.13.05",
        "2.13.06",
    ]
    assert cari(tingkat="program", kode="adat lembaga") == ["2.13.05"]
    assert cari(tingkat="program", kode="zzz") == []
    assert cari(tingkat="kegiatan") == ["1.02.02.2.01", "2.13.02.2.01"]
    program = make_program(banyuasin, kode="2.13.02")
    assert cari(tingkat="kegiatan", program=str(program.pk)) == ["2.13.02.2.01"]
    assert cari(tingkat="program")[0] == "2.13.02"  # urusan yang sudah dipakai di depan


def test_program_kabupaten_lain_bukan_induk(merangin, daftar, cari):
    asing = make_program(merangin, kode="2.13.02")
    assert len(cari(tingkat="kegiatan", program=str(asing.pk))) == 2


@pytest.fixture
def tambah(client_for):
    """Kirim formulir program; kembaliannya jawabannya."""
    client = client_for("operator")
    url = reverse("kinerja:program_create")

    def send(kode, tahun="2023", **isi):
        return client.post(url, {"tahun": tahun, "kode": kode} | isi)

    return send


def tersimpan(jawaban):
    return jawaban.status_code == 302


def tulisan(jawaban):
    return jawaban.content.decode()


def test_yang_kosong_terisi_dari_nomenklatur(tambah, daftar):
    assert tersimpan(tambah("2.13.05"))
    program = Program.objects.get()
    assert program.nama == LEMBAGA
    assert program.indikator == "Lembaga dibina"
    assert program.satuan == "Lembaga"
    assert tersimpan(tambah("2.13.05", "2024", nama="Sendiri"))
    kedua = Program.objects.get(tahun=2024)
    assert kedua.nama == "Sendiri"


def test_kode_asing_ditolak_dengan_yang_terdekat(tambah, daftar):
    halaman = tulisan(tambah("2.13.07", nama=LEMBAGA.upper()))
    assert f"Yang terdekat: 2.13.05 {LEMBAGA}; 2.13.02" in halaman
    assert 'type="checkbox" name="di_luar_daftar"' in halaman
    halaman = tulisan(tambah("2.13.08"))
    assert "Pilih kodenya dari daftar" in halaman


def test_kode_asing_yang_dinyatakan_benar(client_for, tambah, daftar):
    isi = {"nama": "Program sendiri", "di_luar_daftar": "on"}
    assert tersimpan(tambah("2.13.07", **isi))
    program = Program.objects.get()
    url = reverse("kinerja:program_update", args=[program.pk])
    client = client_for("operator")
    isi = {
        "tahun": "2023",
        "kode": "2.13.07",
        "nama": "Diganti",
        "versi": audit.fingerprint(program),
    }
    assert tersimpan(client.post(url, isi))  # kodenya sudah dinyatakan


def test_asing_tanpa_yang_mirip(tambah, daftar):
    halaman = tulisan(tambah("9.98.77", nama="X"))
    assert "Kode 9.98.77 tidak ada dalam nomenklatur 2023." in halaman


def test_kode_provinsi_tidak_diukur_dengan_daftar_kabupaten(daftar):
    """Sampai nomenklatur provinsinya dimuat; kode kabupaten tidak ditawarkan kepadanya."""
    semua = Nomenklatur.objects
    provinsi = "2.13.04.1.09"
    assert semua.is_foreign("2.13.04.2.09", "kegiatan", 2023)
    assert not semua.is_foreign(provinsi, "kegiatan", 2023)
    semua.create(
        kode="2.13.04.1.01", baku="2.13.04.1.01", tingkat="kegiatan", nama="Uji", tahun_awal=2021
    )
    assert semua.is_foreign(provinsi, "kegiatan", 2023)
    sejenis = semua.sejenis(provinsi, "kegiatan", 2023)
    assert [satu.kode for satu in sejenis.nearest(provinsi, "")] == ["2.13.04.1.01"]


def test_induk_dan_urusan_lain(client_for, banyuasin, daftar):
    client = client_for("operator")
    url = reverse("kinerja:kegiatan_create")
    isi = {"kode": "1.02.02.2.01", "nama": "X"}
    assert not tersimpan(client.post(url, isi))
    program = make_program(banyuasin, kode="1.02.02")
    isi["program"] = program.pk
    halaman = tulisan(client.post(url, isi | {"kode": "2.13.02.2.01"}))
    assert "Kode harus berawal 1.02.02" in halaman
    assert tersimpan(client.post(url, isi))
    kegiatan = Kegiatan.objects.get()
    assert kegiatan.kode == "1.02.02.2.01"


def test_kode_sebelum_2021(tambah, daftar):
    lama = "1.22.1.22.01.15"
    assert tersimpan(tambah(lama, "2020", nama="Program lama"))
    halaman = tulisan(tambah(lama, "2021", nama="Program lama"))
    assert "Kode harus seperti 2.13.04." in halaman
