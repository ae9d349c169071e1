"""Usul dari register: bukan jawaban sampai diambil, dan mengatakan bila register berubah."""

from datetime import date

import pytest
from django.urls import reverse

from idm.models import CatatanJawaban, IsianIdm
from idm.reports.usulan import usul_aspek, usulan
from tests.idm.bahan import client_tahun
from villages.models import (
    AnggaranDesa,
    AnggotaKerjaSama,
    KerjaSama,
    KoperasiDesa,
    Lembaga,
    RekeningDesa,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def anggota(desa):
    kerja_sama = KerjaSama.objects.filter(kecamatan__kabupaten__kode="16.07").first()
    kerja_sama.bumdesma = "Maju Bersama"
    kerja_sama.save()
    return AnggotaKerjaSama.objects.create(
        kerja_sama=kerja_sama, desa=desa, tahun=2026, nama_tercetak=desa.nama, is_aktif=True
    )


def posisi(edisi, kode):
    return edisi[1].indikatoridm_set.get(kode=kode).posisi


def test_usul_menyebut_sumbernya(desa, anggota):
    Lembaga.objects.create(desa=desa, jenis="posyandu", nama="Melati")
    semua = usulan(desa, 2026)
    assert set(semua) == {"25.1", "32.1", "7.1"}
    assert str(anggota.kerja_sama) in semua["25.1"].dasar
    assert "Maju Bersama" in semua["32.1"].dasar
    assert "1 posyandu" in semua["7.1"].dasar
    assert usulan(desa, 2020).keys() == {"7.1"}
    anggota.is_aktif = False
    anggota.save()
    assert "25.1" not in usulan(desa, 2026)


def test_satuan_keamanan_dan_koperasi(desa):
    assert usulan(desa, 2025) == {}
    satuan = Lembaga.objects.create(desa=desa, jenis="keamanan", nama="Satlinmas")
    koperasi = KoperasiDesa.objects.filter(desa=desa).first() or KoperasiDesa(desa=desa)
    koperasi.nama = "Merah Putih"
    koperasi.tanggal_musyawarah = koperasi.tanggal_badan_hukum = date(2025, 5, 1)
    koperasi.tanggal_aktif = date(2026, 2, 1)
    koperasi.save()
    assert usulan(desa, 2025)["18.1"].dasar == "1 satuan keamanan lingkungan pada register lembaga."
    assert "32.4" not in usulan(desa, 2025)  # belum aktif
    assert "aktif sejak 1 Februari 2026" in usulan(desa, 2026)["32.4"].dasar
    satuan.berakhir = date(2025, 6, 30)
    satuan.save()
    assert "18.1" not in usulan(desa, 2026)


def test_usul_dari_apbdes_hanya_yang_terealisasi(desa):
    def isi(tahun, kode, anggaran, realisasi):
        rekening = RekeningDesa.objects.get(kode=kode)
        uang = {"anggaran": anggaran, "realisasi": realisasi}
        AnggaranDesa.objects.create(desa=desa, tahun=tahun, rekening=rekening, **uang)

    isi(2026, "4.1.2", 900, None)
    assert usulan(desa, 2026) == {}  # dianggarkan saja belum terbukti ada
    isi(2025, "4.1.4", 500, 500)
    assert usulan(desa, 2025)["47.1"].dasar == "PADes 2025 Rp 500."
    AnggaranDesa.objects.filter(tahun=2026).update(realisasi=750)
    isi(2026, "6.2.2", 100, 100)
    isi(2026, "4.2.1", 1000, 1000)
    semua = {kode: satu.dasar for kode, satu in usulan(desa, 2026).items()}
    assert semua == {
        "47.1": "PADes 2026 Rp 750.",
        "47.2": "PADes naik dari Rp 500 (2025) menjadi Rp 750.",
        "47.3": "Penyertaan modal 2026 Rp 100 di samping Dana Desa Rp 1.000.",
    }
    AnggaranDesa.objects.filter(tahun=2025).update(realisasi=750)
    assert "47.2" not in usulan(desa, 2026)


def test_usul_bukan_jawaban_sampai_diambil(edisi, desa, anggota, client):
    bloknya = f"/idm/isian/{desa.pk}/?blok={posisi(edisi, '25.1')}"
    halaman = client.get(bloknya).content.decode()
    assert "0 dari 127 terjawab" in halaman
    assert "Pakai poin 5" in halaman
    assert "Rubriknya belum diketahui; pastikan poinnya" in halaman
    nomor = posisi(edisi, "25.1")
    url = reverse("idm:isian_usul", args=[desa.pk])
    client.post(url, {"posisi": nomor})
    isian = IsianIdm.objects.get()
    assert isian.skor[nomor - 1] == "5"
    catatan = CatatanJawaban.objects.get()
    assert (catatan.usul, catatan.usul_skor) == (catatan.catatan, 5)
    halaman = client.get(bloknya).content.decode()
    assert "Diambil dari register" in halaman
    assert "Register berubah" not in halaman


def test_register_berubah_dikatakan(edisi, desa, anggota, client):
    url = reverse("idm:isian_usul", args=[desa.pk])
    nomor = posisi(edisi, "25.1")
    client.post(url, {"posisi": nomor})
    anggota.is_aktif = False
    anggota.save()
    halaman = client.get(f"/idm/isian/{desa.pk}/?blok={nomor}").content.decode()
    assert "Register berubah" in halaman
    assert "tidak ada lagi" in halaman
    assert IsianIdm.objects.get().skor[nomor - 1] == "5"  # jawabannya tetap milik orang
    assert "tidak mengusulkan" in client.post(url, {"posisi": nomor}, follow=True).content.decode()


def test_catatan_orang_tidak_ditimpa_usul_dan_catatan_usul_diperbarui(edisi, desa, anggota, client):
    url = reverse("idm:isian_usul", args=[desa.pk])
    nomor = posisi(edisi, "25.1")
    client.post(url, {"posisi": nomor})
    kerja_sama = anggota.kerja_sama
    kerja_sama.nama = "Kawasan Baru"
    kerja_sama.save()
    client.post(url, {"posisi": nomor})
    catatan = CatatanJawaban.objects.get()
    assert catatan.catatan == catatan.usul == f"Anggota aktif {kerja_sama} 2026."
    CatatanJawaban.objects.update(catatan="Menurut berita acara.")
    client.post(url, {"posisi": nomor})
    catatan.refresh_from_db()
    assert (catatan.catatan, catatan.usul) == (
        "Menurut berita acara.",
        f"Anggota aktif {kerja_sama} 2026.",
    )


def test_usul_yang_tidak_ada_pada_skala_dan_tahun_idm(edisi, desa, operator, anggota):
    aspek = edisi[1].indikatoridm_set.get(kode="25.1")
    aspek.tersedia = (1, 3)
    assert usul_aspek(aspek, usulan(desa, 2026)) is None
    idm = client_tahun(operator, 2024).get(f"/idm/isian/{desa.pk}/").content.decode()
    assert "Pakai poin" not in idm
    salah = client_tahun(operator, 2026).post(
        reverse("idm:isian_usul", args=[desa.pk]), {"posisi": "x"}, follow=True
    )
    assert "tidak ada pada instrumen" in salah.content.decode()
