"""Kisi posyandu: nama dan enam bidang layanan, di layar dan lewat lembar kerja."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from core.grid import GridRefused, Ubahan
from documents.models import Impor
from tests.documents.test_pembaca import xlsx
from villages.grids import PosyanduGrid
from villages.models import Lembaga, RincianLembaga
from villages.models.register import LAYANAN
from villages.reports.kelembagaan import (
    BELUM_DIKETAHUI,
    ENAM_BIDANG,
    SEBAGIAN,
    layanan_posyandu,
)

pytestmark = pytest.mark.django_db
KINI = timezone.localdate().year
JUDUL = ("Kode baris", "Nama posyandu", "Kesehatan", "Sosial")


@pytest.fixture
def melati(desa):
    return Lembaga.objects.create(desa=desa, jenis="posyandu", nama="Melati")


def upload(client, *baris):
    berkas = SimpleUploadedFile("posyandu.xlsx", xlsx([JUDUL, *baris]))
    client.post(reverse("villages:posyandu_grid_impor"), {"berkas": berkas})
    return Impor.objects.get()


def test_baris_menurut_yang_dilaporkan(desa, melati, users):
    grid = PosyanduGrid(users["operator"], KINI)
    assert [row.kunci for row in grid.rows()] == [f"{desa.pk}-1", f"{desa.pk}-2"]
    RincianLembaga.objects.create(desa=desa, tahun=KINI, posyandu=4)
    baris = PosyanduGrid(users["operator"], KINI).rows()
    assert [row.isi["nama"] for row in baris] == ["Melati", "", "", ""]


def test_baris_kosong_menjadi_posyandu_lalu_layanannya_diisi(desa, users):
    grid = PosyanduGrid(users["operator"], KINI)
    kunci = f"{desa.pk}-1"
    with pytest.raises(GridRefused) as error:
        grid.write([Ubahan(kunci, "layanan_sosial", "", "ya")])
    assert error.value.hasil[0].pesan
    grid.write([Ubahan(kunci, "nama", "", "Mawar")])
    grid.write([Ubahan(kunci, "layanan_sosial", "", "ya")])
    grid.write([Ubahan(kunci, "layanan_kesehatan", "", "tidak")])
    row = Lembaga.objects.get()
    assert (row.nama, row.jenis, row.layanan_sosial, row.layanan_kesehatan) == (
        "Mawar",
        "posyandu",
        True,
        False,
    )
    assert row.layanan_pendidikan is None


def test_lembar_pulang_pergi(desa, melati, client_for):
    client = client_for("operator")
    unduhan = client.get(reverse("villages:posyandu_grid_xlsx")).content
    assert unduhan.startswith(b"PK")
    impor = upload(
        client,
        (f"{desa.kode}/1", "Melati", "Ya", "Tidak"),
        (f"{desa.kode}/2", "Mawar", "", "Ya"),
    )
    assert impor.kesalahan == []
    client.post(impor.get_absolute_url())
    melati.refresh_from_db()
    assert (melati.layanan_kesehatan, melati.layanan_sosial) == (True, False)
    mawar = Lembaga.objects.get(nama="Mawar")
    assert (mawar.layanan_kesehatan, mawar.layanan_sosial) == (None, True)


def test_isi_asing_dan_baris_asing_disebut(desa, melati, client_for):
    impor = upload(
        client_for("operator"),
        (f"{desa.kode}/1", "Melati", "kadang", ""),
        ("99.99.99.2001/1", "Anggrek", "Ya", ""),
    )
    pesan = json.dumps(impor.kesalahan, ensure_ascii=False)
    assert "bukan pilihan kolom ini; yang ada: Ya, Tidak" in pesan
    assert "Tidak ada posyandu dengan kode atau nama ini" in pesan
    assert Lembaga.objects.count() == 1


def test_peta_menurut_bidang_yang_dilayani(desa, melati, banyuasin):
    assert layanan_posyandu(banyuasin, KINI) == {desa.pk: BELUM_DIKETAHUI}
    assert layanan_posyandu(banyuasin, KINI - 1) == {}
    melati.layanan_sosial = True
    melati.save()
    assert layanan_posyandu(banyuasin, KINI) == {desa.pk: SEBAGIAN}
    lain = dict.fromkeys((nama for nama, _ in LAYANAN[:5]), True)
    Lembaga.objects.create(desa=desa, jenis="posyandu", nama="Mawar", **lain)
    assert layanan_posyandu(banyuasin, KINI) == {desa.pk: ENAM_BIDANG}
