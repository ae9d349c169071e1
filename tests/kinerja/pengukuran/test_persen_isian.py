"""“81.481” pada baris persen ditolak dengan usul yang diterima; pengembalian dan jalannya."""

import json
from decimal import Decimal

import pytest
from django.urls import reverse

from kinerja.aturan.syarat import Syarat
from kinerja.models import PengukuranSub, Realisasi, Target
from tests.factories import make_indikator
from tests.kinerja.pengukuran.bahan import isian
from tests.kinerja.pengukuran.test_keadaan_isian import KISI, galat, impor, ketik, store

pytestmark = pytest.mark.django_db
RIBUAN = (
    "81.481 % terlalu besar; titik dibaca sebagai ribuan. "
    "Tulis desimal dengan koma, misalnya 81,481."
)
JALAN = (
    "Triwulan I: Realisasi negatif hanya untuk pengembalian; tulis sebabnya pada penjelasan. "
    "Pilih Triwulan I pada saringan Triwulan; kolom penjelasannya di sana."
)


@pytest.fixture
def operator(client_for):
    return client_for("operator")


@pytest.fixture
def persen(sub):
    sub.satuan = "%"
    sub.save()
    return sub


@pytest.mark.parametrize("ketikan", ["81.481", "81481", "81.481 %"])
def test_satu_pesan_di_formulir_kisi_dan_lembar(operator, users, persen, ketikan):
    halaman = operator.post(reverse("kinerja:pengukuransub_create"), isian(persen, kinerja=ketikan))
    assert galat(halaman, "kinerja") == RIBUAN
    hasil = ketik(operator, f"sub-{persen.pk}", "k_1", ketikan)
    assert hasil == ("gagal", f"Triwulan I: {RIBUAN}")
    (kesalahan,) = impor(users["operator"], persen, ketikan).kesalahan
    assert kesalahan.pesan.endswith(RIBUAN)
    assert not PengukuranSub.objects.exists()


def test_usulnya_diterima_di_mana_pun(operator, users, persen):
    assert ketik(operator, f"sub-{persen.pk}", "k_1", "81,481")[0] == "tersimpan"
    assert impor(users["operator"], persen, "81,482").kesalahan == []
    assert str(PengukuranSub.objects.get().kinerja) == "81.4810"


def test_target_dan_realisasi_indikator(operator, banyuasin):
    indikator = make_indikator(banyuasin, satuan="%", nama="Persentase peningkatan desa")
    assert galat(store(operator, indikator, nilai="81.481"), "nilai") == RIBUAN
    data = {"indikator": indikator.pk, "tahun": 2023, "masa": "0-0", "nilai": "81.481"}
    assert galat(operator.post(reverse("kinerja:target_create"), data), "nilai") == RIBUAN
    assert not (Realisasi.objects.exists() or Target.objects.exists())


def test_yang_bukan_persen_tetap_boleh_besar(operator, banyuasin):
    indikator = make_indikator(banyuasin, satuan="Orang", nama="Warga terlayani")
    store(operator, indikator, nilai="81.481")
    assert Realisasi.objects.get().nilai == 81481


def test_usul_hanya_persen_yang_wajar():
    syarat = Syarat.baris("%", "Persentase")
    assert syarat.masalah(Decimal(999)) == ""
    assert syarat.masalah(Decimal(1500000)).endswith("Tulis desimal dengan koma.")
    assert syarat.masalah(Decimal(1435)).endswith("misalnya 1,435.")
    assert Syarat.baris("", "Rasio", is_perseratus=True).masalah(Decimal(1435))
    assert Syarat.baris("Nilai", "Rasio").masalah(Decimal(1435)) == ""


def test_pengembalian_pada_kisi_setahun_menunjukkan_jalannya(operator, sub):
    assert ketik(operator, f"sub-{sub.pk}", "rp_1", "-5000") == ("gagal", JALAN)


def test_pengembalian_pada_kisi_triwulan(operator, sub):
    """Kolom penjelasannya tampak: pesannya tidak menyuruh pindah, dan jalannya berhasil."""
    kunci = f"sub-{sub.pk}"
    uang = {"b": kunci, "k": "rp_1", "lama": "", "baru": "-5000"}
    sebab = {"b": kunci, "k": "penjelasan_1", "lama": "", "baru": "Kelebihan bayar"}
    hasil = []
    for ubahan in ([uang], [uang, sebab]):
        isi = json.dumps({"ubahan": ubahan})
        jawab = operator.post(f"{KISI}&triwulan=1", isi, content_type="application/json")
        hasil.append(jawab.json()["hasil"])
    assert hasil[0][0]["pesan"].endswith("pada penjelasan.")
    assert {satu["status"] for satu in hasil[1]} == {"tersimpan"}
