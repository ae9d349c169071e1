"""Isian setahun di samping triwulannya: yang berlainan menjadi satu temuan dan disebut formulir."""

import pytest
from django.urls import reverse

from kinerja.models import NaskahKinerja, PengukuranSub, Realisasi
from kinerja.models.keluaran import TARGET_TRIWULAN
from kinerja.naskah.indikator.checks import CAPAIAN
from kinerja.naskah.lkjip.checks import UJI
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.uji.checks import v02_total
from tests.factories import make_indikator, make_sub, make_target
from tests.kinerja.pengukuran.bahan import pesan

pytestmark = pytest.mark.django_db

BEDA = "Setahun diisi 202 Desa, sedangkan Triwulan I–Triwulan III (nilai terakhir) 150 Desa."


@pytest.fixture
def indikator(banyuasin):
    indikator = make_indikator(banyuasin, satuan="Desa", desimal=0, agregasi="terakhir")
    make_target(indikator, "200")
    for triwulan, nilai in ((1, 190), (2, 195), (3, 150)):
        record(indikator, nilai, triwulan)
    return indikator


def record(indikator, nilai, triwulan=0):
    return Realisasi.objects.create(indikator=indikator, tahun=2023, triwulan=triwulan, nilai=nilai)


def diuji(kabupaten):
    """Banyak yang dibandingkan, dan temuannya."""
    hasil = v02_total.setahun(None, TahunKinerja(kabupaten, 2023), None)
    return hasil.banyak, hasil.temuan


def test_setahun_lain_dari_triwulannya(banyuasin, indikator):
    assert diuji(banyuasin) == (0, ())
    record(indikator, 202)
    banyak, (temuan,) = diuji(banyuasin)
    assert (banyak, temuan.kelas, temuan.pesan) == (1, "V2", BEDA)
    assert (temuan.tercetak, temuan.dihitung) == ("202 Desa", "150 Desa")
    assert temuan.fakta


def test_setahun_yang_sama_tidak_disebut(banyuasin, indikator):
    record(indikator, 150)
    assert diuji(banyuasin) == (1, ())


def test_menurut_cara_barisnya(banyuasin, indikator):
    indikator.agregasi = "tertinggi"
    indikator.save()
    record(indikator, 195)
    assert diuji(banyuasin) == (1, ())


def diuji_pohon(uji, kabupaten, triwulan=None):
    """Banyak yang dibandingkan, dan tulisan temuannya."""
    naskah = NaskahKinerja(kabupaten=kabupaten, tahun=2023, triwulan=triwulan)
    hasil = uji(naskah, TahunKinerja(kabupaten, 2023), None)
    return hasil.banyak, [(f.tercetak, f.dihitung) for f in hasil.temuan]


def test_target_setahun_lain_dari_target_triwulannya(banyuasin):
    """Yang baru sebagian terisi belum digabungkan."""
    sub = make_sub(banyuasin, satuan="Dokumen", target=10, agregasi="jumlah")
    target = v02_total.target_triwulan
    for masa, hasil in (
        ((2, 3, 4, None), (0, [])),
        ((2, 3, 4, 1), (1, [])),
        ((2, 3, 4, 5), (1, [("10 Dokumen", "14 Dokumen")])),
    ):
        kolom = dict(zip(TARGET_TRIWULAN, masa, strict=True))
        type(sub).objects.filter(pk=sub.pk).update(**kolom)
        assert diuji_pohon(target, banyuasin) == hasil
    type(sub).objects.update(target=None)
    assert diuji_pohon(target, banyuasin) == (0, [])


def test_target_indikator_lain_dari_target_triwulannya(banyuasin, indikator):
    """Nilai terakhir: triwulan IV yang menentukan."""
    target = v02_total.target_indikator
    for triwulan in (1, 2, 3):
        make_target(indikator, "150", triwulan=triwulan)
    assert diuji_pohon(target, banyuasin) == (0, [])
    make_target(indikator, "190", triwulan=4)
    assert diuji_pohon(target, banyuasin) == (1, [("200 Desa", "190 Desa")])
    indikator.target_set.filter(triwulan=4).update(nilai=200)
    assert diuji_pohon(target, banyuasin) == (1, [])


def test_realisasi_setahun_lain_dari_uang_triwulannya(banyuasin):
    """Naskah triwulan tidak memuat isian setahun."""
    sub = make_sub(banyuasin, realisasi=500)
    uang = v02_total.uang_setahun
    assert diuji_pohon(uang, banyuasin) == (0, [])
    ukur = PengukuranSub.objects.create(sub_kegiatan=sub, triwulan=1, kinerja=1, keuangan=500)
    assert diuji_pohon(uang, banyuasin) == (1, [])
    PengukuranSub.objects.filter(pk=ukur.pk).update(keuangan=400)
    assert diuji_pohon(uang, banyuasin) == (1, [("Rp 500", "Rp 400")])
    assert diuji_pohon(uang, banyuasin, triwulan=1) == (0, [])


def test_naskah_yang_mencetaknya_mengujinya():
    assert v02_total.setahun in CAPAIAN
    assert v02_total.setahun in UJI


def test_formulir_menyebutnya_saat_disimpan(client_for, indikator):
    isian = {"indikator": indikator.pk, "tahun": 2023, "masa": "0-0", "nilai": "202"}
    send = client_for("operator").post
    halaman = send(reverse("kinerja:realisasi_create"), isian, follow=True)
    assert BEDA in pesan(halaman)
    row = Realisasi.objects.get(indikator=indikator, triwulan=3)
    alamat = reverse("kinerja:realisasi_update", args=[row.pk])
    halaman = send(alamat, isian | {"masa": "3-0", "nilai": "202"}, follow=True)
    assert "Setahun diisi" not in pesan(halaman)
