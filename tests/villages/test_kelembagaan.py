"""Koperasi Merah Putih menurut tahapnya, dan enam bidang layanan posyandu."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from core.grid import GridRefused, Ubahan
from tests import factories
from villages.grids import KoperasiGrid
from villages.models import KoperasiDesa, Lembaga
from villages.reports.kelembagaan import kelembagaan_kini, tahap_koperasi

pytestmark = pytest.mark.django_db
TAHAP = {
    "tanggal_musyawarah": "12/05/2025",
    "tanggal_badan_hukum": "20 Juni 2025",
    "tanggal_aktif": "2026-01-02",
}


def test_tahap_menurut_akhir_tahunnya_dan_tanggal_yang_terbalik_ditolak(desa, users, banyuasin):
    grid = KoperasiGrid(users["operator"], 2026)
    kunci = str(desa.pk)
    grid.write([Ubahan(kunci, nama, "", tanggal) for nama, tanggal in TAHAP.items()])
    row = KoperasiDesa.objects.get()
    assert row.tanggal_badan_hukum == datetime.date(2025, 6, 20)
    assert KoperasiGrid(users["operator"], 2026).rows()[0].isi["tanggal_aktif"].year == 2026
    tahap = {tahun: tahap_koperasi(banyuasin, tahun) for tahun in (2024, 2025, 2026)}
    assert tahap == {2024: {}, 2025: {desa.pk: "Berbadan hukum"}, 2026: {desa.pk: "Aktif"}}
    with pytest.raises(GridRefused) as error:
        grid.write([Ubahan(kunci, "tanggal_aktif", "02/01/2026", "01/01/2025")])
    assert error.value.hasil[0].pesan == "Koperasi tidak aktif sebelum berbadan hukum."
    assert str(row) == f"Koperasi Merah Putih {desa}"


def test_nomor_badan_hukum_bertanggal(desa):
    with pytest.raises(Exception, match="Isi tanggal badan hukumnya"):
        KoperasiDesa(desa=desa, nomor_badan_hukum="AHU-1").full_clean()


def test_tahap_yang_belum_terjadi_ditolak(desa):
    besok = timezone.localdate() + datetime.timedelta(days=1)
    with pytest.raises(Exception, match="belum terjadi"):
        KoperasiDesa(desa=desa, tanggal_aktif=besok).full_clean()


def test_layanan_hanya_posyandu_dan_yang_belum_diketahui_bukan_nol(kecamatan, desa, client_for):
    with pytest.raises(Exception, match="hanya bagi posyandu"):
        Lembaga(desa=desa, jenis="rt", nama="RT 1", layanan_sosial=False).full_clean()
    for nama, kesehatan in (("Melati", True), ("Mawar", False)):
        Lembaga.objects.create(desa=desa, jenis="posyandu", nama=nama, layanan_kesehatan=kesehatan)
    factories.make_desa(kecamatan)
    KoperasiDesa.objects.create(desa=desa, tanggal_musyawarah=datetime.date(2025, 5, 12))
    (baris,) = kelembagaan_kini(kecamatan.kabupaten, 2025).baris
    assert (baris.tahap, baris.belum, baris.posyandu) == ((1, 0, 0), 1, 2)
    assert baris.layanan == (None, 1, None, None, None, None)
    client = client_for("kepala_dinas")
    halaman = client.get(f"{reverse('villages:kelembagaan')}?tahun=2025").content.decode()
    assert "Berbadan hukum" in halaman
    assert client.get(reverse("villages:kelembagaan_xlsx")).content.startswith(b"PK")
    peta = client.get(f"{reverse('villages:peta')}?sifat=koperasi").content.decode()
    assert "Koperasi Merah Putih" in peta
