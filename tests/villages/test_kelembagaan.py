"""Koperasi Merah Putih menurut tahapnya, dan enam bidang layanan posyandu."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from core import door
from core.audit import Invalid, Refused
from core.grid import GridRefused, Ubahan
from documents.models import Kunci
from tests import factories
from tests.idm.draf.bahan import kunci
from villages.grids import KoperasiGrid
from villages.lembar.kelembagaan import lembar_kelembagaan
from villages.models import KoperasiDesa, Lembaga, RekapLembaga
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
    RekapLembaga.objects.create(kecamatan=kecamatan, tahun=2025, posyandu=7)
    (lalu,) = kelembagaan_kini(kecamatan.kabupaten, 2025).baris
    assert (lalu.tahap, lalu.posyandu, set(lalu.layanan)) == ((1, 0, 0), 7, {None})
    kini = timezone.localdate().year
    (baris,) = kelembagaan_kini(kecamatan.kabupaten, kini).baris
    assert (baris.tahap, baris.belum, baris.posyandu) == ((1, 0, 0), 1, 2)
    assert baris.layanan == (None, 1, None, None, None, None)
    client = client_for("kepala_dinas")
    halaman = client.get(f"{reverse('villages:kelembagaan')}?tahun=2025").content.decode()
    assert "Berbadan hukum" in halaman
    assert client.get(reverse("villages:kelembagaan_xlsx")).content.startswith(b"PK")
    peta = client.get(f"{reverse('villages:peta')}?sifat=koperasi").content.decode()
    assert "Koperasi Merah Putih" in peta


@pytest.mark.parametrize(
    ("isi", "salah"),
    [
        ({"tanggal_aktif": "2026-01-02"}, {"tanggal_aktif": ["Isi dahulu tanggal badan hukum."]}),
        (
            {"tanggal_badan_hukum": "2025-06-20"},
            {"tanggal_badan_hukum": ["Isi dahulu tanggal musyawarah."]},
        ),
    ],
)
def test_tahap_tanpa_tahap_di_depannya_ditolak(desa, isi, salah):
    row = KoperasiDesa(desa=desa)
    for kolom, tanggal in isi.items():
        setattr(row, kolom, datetime.date.fromisoformat(tanggal))
    with pytest.raises(ValidationError) as error:
        row.clean()
    assert error.value.message_dict == salah


def test_tahap_akhir_tahun_terkunci_tidak_bergeser(desa):
    """Hanya tanggal yang mengubah keadaan akhir tahun yang terkunci ditolak."""
    row = KoperasiDesa(desa=desa, tanggal_musyawarah=datetime.date(2025, 5, 12))
    door.save(row, by="uji")
    sah = kunci(desa.kecamatan.kabupaten, 2025)
    Kunci.objects.filter(pk=sah.pk).update(lingkup="wilayah")
    row.tanggal_musyawarah = datetime.date(2025, 9, 1)
    door.save(row, by="uji")
    row.tanggal_badan_hukum = datetime.date(2026, 1, 5)
    door.save(row, by="uji")
    for tanggal in (datetime.date(2026, 1, 1), None):
        row.tanggal_musyawarah = tanggal
        with pytest.raises(Invalid, match="terkunci oleh"):
            door.save(row, by="uji")
    with pytest.raises(Refused, match="terkunci oleh"):
        door.delete(row, by="uji")


def test_sebelum_programnya_tidak_ada_yang_belum(kecamatan, desa):
    isi = kelembagaan_kini(kecamatan.kabupaten, 2024)
    koperasi, _ = lembar_kelembagaan(isi)
    assert koperasi.baris == []
    assert koperasi.kosong == "Koperasi Merah Putih dimulai 2025 (Inpres 9/2025)."
    koperasi, _ = lembar_kelembagaan(kelembagaan_kini(kecamatan.kabupaten, 2025))
    assert koperasi.baris == [[kecamatan.nama, 1, None, None, None, 1]]
