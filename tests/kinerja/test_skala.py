"""Skala sebutan: milik kabupaten disunting, acuan bersama terkunci, milik yang lain tersembunyi."""

from decimal import Decimal
from importlib import import_module

import pytest
from django.apps import apps
from django.urls import reverse

from kinerja.models import (
    Kegiatan,
    PengukuranKegiatan,
    SkalaKualitatif,
    TingkatKualitatif,
)
from tests.factories import make_indikator, make_realisasi, make_sub, make_target

pytestmark = pytest.mark.django_db


@pytest.fixture
def skala(banyuasin):
    return SkalaKualitatif.objects.create(kabupaten=banyuasin, kode="cerdas", nama="Kota cerdas")


@pytest.fixture
def bersama():
    return SkalaKualitatif.objects.create(kode="opini", nama="Opini BPK")


def tambah(client, skala, **isi):
    url = reverse("kinerja:tingkatkualitatif_create")
    return client.post(url, {"skala": skala.pk, "urutan": 1, "nama": "Baik"} | isi)


def test_milik_sendiri_disunting_bersama_terkunci(client_for, skala, bersama):
    client = client_for("operator")
    assert tambah(client, skala, nilai="90").status_code == 302
    assert tambah(client, bersama).status_code == 200  # tidak ada pada pilihannya
    assert list(TingkatKualitatif.objects.values_list("skala__kode", "nilai")) == [
        ("cerdas", Decimal(90))
    ]
    halaman = client.get(bersama.get_absolute_url()).content.decode()
    assert "Skala acuan bersama" in halaman
    url = reverse("kinerja:skalakualitatif_update", args=[bersama.pk])
    client.post(url, {"kode": "opini", "nama": "Diganti"})
    bersama.refresh_from_db()
    assert bersama.nama == "Opini BPK"


def test_milik_kabupaten_lain_tidak_terlihat(client_for, skala, merangin, bersama):
    asing = SkalaKualitatif.objects.create(kabupaten=merangin, kode="cerdas", nama="Skala asing")
    client = client_for("operator")
    assert client.get(asing.get_absolute_url()).status_code == 404
    daftar = client.get(reverse("kinerja:skalakualitatif_list")).content.decode()
    assert "Kota cerdas" in daftar
    assert "Opini BPK" in daftar
    assert "Skala asing" not in daftar


def test_nilai_menurut_urutan(client_for, skala):
    client = client_for("operator")
    tambah(client, skala, nilai="90")
    halaman = tambah(client, skala, urutan=2, nama="Cukup", nilai="95")
    assert "Sebutan yang lebih baik harus bernilai lebih tinggi." in halaman.content.decode()
    assert tambah(client, skala, urutan=2, nama="Cukup", nilai="80").status_code == 302
    tambah(client, skala, urutan=3, nama="Kurang")
    assert TingkatKualitatif.objects.count() == 3


def test_sebutan_satu_arti_dan_nilai_tidak_negatif(client_for, skala):
    """“bb” yang diketik di kisi tidak boleh berarti dua tingkat."""
    client = client_for("operator")
    assert tambah(client, skala, nama="BB", nilai="0").status_code == 302
    for tampak_sama in ("bb", "ＢＢ", "B\u200bB"):
        kembar = tambah(client, skala, urutan=2, nama=tampak_sama)
        assert "Sebutan ini sudah ada pada skala itu." in kembar.content.decode()
    for keadaan in ("n/a", "Belum rilis", "tidak berlaku: pindah", "–"):
        asing = tambah(client, skala, urutan=2, nama=keadaan)
        assert "Bukan sebutan" in asing.content.decode(), keadaan
    negatif = tambah(client, skala, urutan=2, nama="B", nilai="-5")
    assert "Nilai tidak boleh negatif." in negatif.content.decode()
    assert TingkatKualitatif.objects.get().nama == "BB"


def test_kunci_alami_dengan_dan_tanpa_kabupaten(skala, bersama):
    tingkat = TingkatKualitatif.objects.create(skala=skala, urutan=1, nama="Baik")
    for row in (skala, bersama, tingkat):
        assert type(row).objects.get_by_natural_key(*row.natural_key()) == row


def test_pemutakhiran_menjaga_jumlah_yang_wajar(banyuasin):
    """K berjumlah tidak di atas target tetap dijumlahkan; yang melampauinya menunggu dipilih."""
    migrasi = import_module("kinerja.migrations.0008_aturan_yang_sudah_ada")
    kegiatan = make_sub(banyuasin).kegiatan
    Kegiatan.objects.update(target=100, satuan="%", agregasi="")
    for triwulan, kinerja in ((1, 25), (2, 25)):
        PengukuranKegiatan.objects.create(kegiatan=kegiatan, triwulan=triwulan, kinerja=kinerja)
    migrasi.keep_sums(apps, None)
    assert Kegiatan.objects.get().agregasi == "jumlah"
    Kegiatan.objects.update(agregasi="")
    PengukuranKegiatan.objects.update(kinerja=100)
    migrasi.keep_sums(apps, None)
    assert Kegiatan.objects.get().agregasi == ""


def test_pemutakhiran_cacahan_tanpa_desimal(banyuasin):
    migrasi = import_module("kinerja.migrations.0008_aturan_yang_sudah_ada")
    bulat = make_indikator(banyuasin, satuan="Unit")
    pecah = make_indikator(banyuasin, sasaran=bulat.sasaran, satuan="Unit")
    make_target(bulat, "1")
    make_realisasi(pecah, "1.5")
    migrasi.whole_counts(apps, None)
    bulat.refresh_from_db()
    pecah.refresh_from_db()
    assert (bulat.desimal, pecah.desimal) == (0, 2)
