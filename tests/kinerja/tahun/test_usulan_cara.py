"""Cara setahun yang lain daripada usulannya tampak, dan usulannya dapat dipakai."""

import json

import pytest
from django.urls import reverse

from kinerja.models import Kegiatan, NaskahKinerja, SubKegiatan
from kinerja.naskah.evaluasi import lembar
from tests.factories import make_indikator, make_sub

pytestmark = pytest.mark.django_db
TARGET = "/kinerja/target-baris/?tahun=2023"
EVALUASI = "/kinerja/evaluasi/?tahun=2023"
BEDA = "dijumlahkan; usulan: nilai terakhir"


@pytest.fixture
def sub(banyuasin):
    """Baris persen tanpa target triwulan, yang dahulu dijumlahkan."""
    return make_sub(banyuasin, satuan="%", target=100, agregasi="jumlah")


@pytest.fixture
def operator(client_for):
    return client_for("operator")


def ketik(client, sub, baru, lama="jumlah"):
    ubahan = [{"b": f"sub-{sub.pk}", "k": "agregasi", "lama": lama, "baru": baru}]
    jawab = client.post(TARGET, json.dumps({"ubahan": ubahan}), content_type="application/json")
    (hasil,) = jawab.json()["hasil"]
    return hasil["status"], hasil["pesan"]


def test_kisi_menyebut_lalu_memakai_usulannya(operator, sub):
    assert BEDA in operator.get(EVALUASI).content.decode()
    assert ketik(operator, sub, "") == ("tersimpan", "")
    sub.refresh_from_db()
    assert (sub.agregasi, sub.tulisan_cara) == ("", "nilai terakhir (usulan)")
    assert BEDA not in operator.get(EVALUASI).content.decode()
    assert ketik(operator, sub, "rata", "") == ("tersimpan", "")
    assert SubKegiatan.objects.get().agregasi == "rata"


def test_persen_yang_target_triwulannya_berjumlah_tetap_dijumlahkan(operator, sub):
    SubKegiatan.objects.update(target_tw1=40, target_tw2=60)
    assert BEDA not in operator.get(EVALUASI).content.decode()


def test_kisi_menolak_cara_yang_tidak_berlaku(operator, sub):
    status, pesan = ketik(operator, sub, "pecahan")
    assert (status, pesan) == (
        "gagal", "Rumusnya bukan pecahan; tulis penyebutnya lebih dahulu.",
    )  # fmt: skip


def test_formulir_menyebut_lalu_memakai_usulannya(operator, sub):
    url = reverse("kinerja:kegiatan_update", args=[sub.kegiatan.pk])
    Kegiatan.objects.update(agregasi="jumlah", satuan="%", target=100)
    form = operator.get(url).context["form"]
    assert form.fields["agregasi"].help_text.startswith(
        "Tersimpan dijumlahkan; usulan kini nilai terakhir. Pilih"
    )
    data = {b.html_name: "" if b.value() is None else b.value() for b in form}
    operator.post(url, data | {"agregasi": ""})
    assert Kegiatan.objects.get().agregasi == "terakhir"


def test_rumus_kolom_e81_benar_bagi_tiap_baris(banyuasin, sub):
    """Penjumlahan pada kepalanya hanya tanpa syarat bila semua baris dijumlahkan."""
    for triwulan in (1, 2):
        sub.pengukuran.create(triwulan=triwulan, kinerja=50 * triwulan, keuangan=0)
    naskah = NaskahKinerja(kabupaten=banyuasin, tahun=2023, jenis="e81", triwulan=2)
    tabel = lembar.e81(naskah.reading().isi)
    assert lembar.CATATAN_GABUNG not in tabel.catatan
    assert "12 = 8+9+10+11" in [k.teks for k in tabel.kepala[-1]]
    SubKegiatan.objects.update(agregasi="terakhir")
    tabel = lembar.e81(naskah.reading().isi)
    assert lembar.CATATAN_GABUNG in tabel.catatan
    kepala = [k.teks for k in tabel.kepala[-1]]
    assert {"12 = 8+9+10+11 †", "13 = 6+12 †", "14 = 13/5 × 100"} <= set(kepala)


def test_tercetak_hanya_bila_ada(operator, banyuasin):
    indikator = make_indikator(banyuasin)
    url = indikator.get_absolute_url()
    assert "Tercetak</th>" not in operator.get(url).content.decode()
    indikator.realisasi_set.create(tahun=2023, nilai=7, tercetak="7,00")
    halaman = operator.get(url).content.decode()
    assert "Tercetak</th>" in halaman and 'data-label="Tercetak">7,00' in halaman
