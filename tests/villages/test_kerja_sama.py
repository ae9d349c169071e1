"""Satu baris formulir: aktif, tidak aktif, bukan anggota; dan menyalin tahun."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from core.audit import Refused
from core.models import AuditEvent
from tests import factories
from villages.actions import benarkan_alias, copy_kerja_sama, store_anggota
from villages.models import (
    AliasNama,
    AnggotaKerjaSama,
    FormulirKerjaSama,
    Kecamatan,
    KerjaSama,
    RiwayatKecamatan,
    RiwayatWilayah,
)
from villages.reports.kerja_sama import anggota

pytestmark = pytest.mark.django_db


@pytest.fixture
def kerja_sama(banyuasin):
    kecamatan = factories.make_kecamatan(banyuasin, nama="Rambutan")
    return KerjaSama.objects.create(kabupaten=banyuasin, kecamatan=kecamatan, jenis="kawasan")


def baris(kerja_sama, **isi):
    desa = factories.make_desa(kerja_sama.kecamatan)
    return AnggotaKerjaSama(
        kerja_sama=kerja_sama, tahun=2023, desa=desa, nama_tercetak=desa.nama.upper(), **isi
    )


def test_tanda_menjadikan_anggota_dan_menggeser(kerja_sama):
    anggota = baris(kerja_sama)
    store_anggota(anggota=anggota, nilai={"aktif": True}, by="uji")
    assert AnggotaKerjaSama.objects.get().is_aktif is True
    store_anggota(anggota=anggota, nilai={"tidak_aktif": True}, by="uji")
    assert AnggotaKerjaSama.objects.get().is_aktif is False
    store_anggota(anggota=anggota, nilai={"aktif": False}, by="uji")
    assert AnggotaKerjaSama.objects.get().is_aktif is False
    store_anggota(anggota=anggota, nilai={"dokumen": "Perdes 1", "keterangan": "ket"}, by="uji")
    assert AnggotaKerjaSama.objects.get().perdes == "Perdes 1"
    kejadian = AuditEvent.objects.filter(model="villages.AnggotaKerjaSama").count()
    store_anggota(anggota=anggota, nilai={"tidak_aktif": True}, by="uji")
    assert AuditEvent.objects.filter(model="villages.AnggotaKerjaSama").count() == kejadian == 3


def test_dua_tanda_ditolak(kerja_sama):
    with pytest.raises(ValidationError, match="satu kolom saja"):
        store_anggota(
            anggota=baris(kerja_sama), nilai={"aktif": True, "tidak_aktif": True}, by="uji"
        )


def test_tanpa_tanda_bukan_anggota(kerja_sama):
    anggota = baris(kerja_sama)
    store_anggota(anggota=anggota, nilai={"aktif": False}, by="uji")
    assert not AnggotaKerjaSama.objects.exists()
    store_anggota(anggota=anggota, nilai={"tidak_aktif": True}, by="uji")
    store_anggota(anggota=anggota, nilai={"tidak_aktif": False}, by="uji")
    assert not AnggotaKerjaSama.objects.exists()
    assert AuditEvent.objects.filter(action="hapus", model="villages.AnggotaKerjaSama").count() == 1


def test_yang_masih_berisi_tidak_hilang_diam_diam(kerja_sama):
    with pytest.raises(ValidationError, match="belum menjadi anggota"):
        store_anggota(anggota=baris(kerja_sama), nilai={"dokumen": "Perdes 1"}, by="uji")
    anggota = baris(kerja_sama, telepon="08")
    store_anggota(anggota=anggota, nilai={"aktif": True}, by="uji")
    with pytest.raises(ValidationError, match="masih punya"):
        store_anggota(anggota=anggota, nilai={"aktif": False}, by="uji")
    assert AnggotaKerjaSama.objects.exists()


def test_salin_anggota_dan_keterangan(banyuasin, kerja_sama):
    with pytest.raises(Refused, match="belum ada"):
        copy_kerja_sama(kabupaten=banyuasin, tahun=2024, by="uji")
    baris(kerja_sama, is_aktif=True, kontak="Ketua").save()
    FormulirKerjaSama.objects.create(kerja_sama=kerja_sama, tahun=2023, dokumen="Perbup")
    assert copy_kerja_sama(kabupaten=banyuasin, tahun=2024, by="uji") == 1
    salinan = AnggotaKerjaSama.objects.get(tahun=2024)
    assert (salinan.is_aktif, salinan.kontak) == (True, "Ketua")
    assert FormulirKerjaSama.objects.get(tahun=2024).dokumen == "Perbup"
    with pytest.raises(Refused, match="sudah berisi"):
        copy_kerja_sama(kabupaten=banyuasin, tahun=2024, by="uji")


def test_salin_ke_tahun_terkunci_ditolak(banyuasin, kerja_sama, monkeypatch):
    baris(kerja_sama, is_aktif=True).save()
    monkeypatch.setattr(
        AnggotaKerjaSama, "lock_for", staticmethod(lambda kode, tahun: "terkunci" * (tahun == 2024))
    )
    with pytest.raises(Refused, match="terkunci"):
        copy_kerja_sama(kabupaten=banyuasin, tahun=2024, by="uji")
    assert not AnggotaKerjaSama.objects.for_tahun(2024).exists()


def test_alias_melewati_yang_terkunci_dan_yang_sudah_ada(kerja_sama, monkeypatch):
    desa = factories.make_desa(kerja_sama.kecamatan)
    for tahun in (2021, 2022, 2023):
        AnggotaKerjaSama.objects.create(kerja_sama=kerja_sama, tahun=tahun, nama_tercetak="DESSA")
    AnggotaKerjaSama.objects.create(
        kerja_sama=kerja_sama, tahun=2022, desa=desa, nama_tercetak="DESA"
    )
    monkeypatch.setattr(
        AnggotaKerjaSama, "lock_for", staticmethod(lambda kode, tahun: "terkunci" * (tahun == 2021))
    )
    assert benarkan_alias(kecamatan=kerja_sama.kecamatan, tulisan="Dessa", desa=desa, by="uji") == 1
    assert AnggotaKerjaSama.objects.get(tahun=2023).desa == desa
    assert AliasNama.objects.get().kunci == "DESSA"
    with pytest.raises(Refused, match="sudah punya desa"):
        benarkan_alias(kecamatan=kerja_sama.kecamatan, tulisan="DESSA", desa=desa, by="uji")


def test_formulir_tahun_lalu_menurut_kode_kecamatan_tahunnya(banyuasin, kerja_sama):
    """Kecamatan yang kodenya berganti tetap di tempatnya pada formulir lama."""
    kedua = factories.make_kecamatan(banyuasin, nama="Suak Tapeh")
    lain = KerjaSama.objects.create(kabupaten=banyuasin, kecamatan=kedua, jenis="kawasan")
    for satu in (kerja_sama, lain):
        for tahun in (2022, 2023):
            row = baris(satu)
            row.tahun = tahun
            row.save()
    lama = kerja_sama.kecamatan
    RiwayatKecamatan.objects.create(
        kecamatan=lama, kode=lama.kode, nama=lama.nama, sampai=datetime.date(2023, 6, 1)
    )
    Kecamatan.objects.filter(pk=lama.pk).update(kode="16.07.90")
    urut = {tahun: [a.kerja_sama for a in anggota(banyuasin, tahun)] for tahun in (2022, 2023)}
    assert urut == {2022: [kerja_sama, lain], 2023: [lain, kerja_sama]}


def test_nama_dan_bagian_formulir(kerja_sama):
    assert str(kerja_sama) == "Kawasan Perdesaan Rambutan"
    assert kerja_sama.huruf == "A"
    assert KerjaSama(kecamatan=kerja_sama.kecamatan, jenis="eks_pnpm", kawasan="Dua").huruf == "B"


def test_pilihan_desa_menurut_tahun_barisnya(client_for, kerja_sama):
    """Nama dan kode tahun itu, dengan nama kini di sampingnya; tahun asing diabaikan."""
    desa = factories.make_desa(kerja_sama.kecamatan, nama="Lubuk Besar")
    RiwayatWilayah.objects.create(
        desa=desa,
        kode=desa.kode,
        nama="Lubuk",
        jenis="desa",
        kecamatan=kerja_sama.kecamatan,
        sampai=datetime.date(2023, 6, 1),
    )
    halaman = reverse("villages:anggotakerjasama_create")
    kini = f"Lubuk Besar — Rambutan ({desa.kode})"
    lama = f"Lubuk (kini Lubuk Besar) — Rambutan ({desa.kode})"
    client = client_for("operator")
    for tahun, tulisan in (("2022", lama), ("2023", kini), ("٢٠٢٢", kini), ("9", kini)):
        assert tulisan in client.get(halaman, {"tahun": tahun}).content.decode()
