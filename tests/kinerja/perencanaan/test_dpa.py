"""Versi DPA: bernomor, bertanggal searah, pagunya dibekukan sekali atau diisi menyusul."""

import datetime
import io
from decimal import Decimal
from operator import attrgetter

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from accounts.models import User
from core import door
from core.audit import Invalid, Refused
from documents.models import Impor
from kinerja.models import Dpa, SubKegiatan
from kinerja.perencanaan.actions import record_dpa

pytestmark = pytest.mark.django_db


@pytest.fixture
def record(nyata, client):
    """Operator Merangin mencatat satu versi DPA 2024 lewat halamannya."""
    client.force_login(User.objects.get(username="operator.merangin"))

    def store(jenis, tanggal, ke=""):
        isian = {"tahun": "2024", "jenis": jenis, "pergeseran_ke": ke, "tanggal": tanggal}
        isian["nomor"] = f"DPA/{jenis}{ke}"
        jawaban = client.post(reverse("kinerja:dpa_create"), isian)
        return client.get(jawaban.url).content.decode() if jawaban.status_code == 302 else jawaban

    return store


def ubah_pagu(kode, **pagu):
    SubKegiatan.objects.filter(kode=kode, induk=None).update(**pagu)


def test_tiap_versi_dpa_membekukan_pagunya(record, client):
    """Murni, dua pergeseran, lalu perubahan; yang lama tetap seperti saat dicatat."""
    murni = record("murni", "2024-01-02")
    assert "8.790.633.125" in murni
    assert "Semula (Rp)" not in murni
    ubah_pagu("2.13.04.2.01.0001", pagu_perubahan=90_000_000)
    ubah_pagu("2.13.04.2.01.0002", pagu_perubahan=35_000_000)
    geser = record("pergeseran", "2024-05-03", "1")
    assert "2 baris berubah" in geser
    assert "{&#x27;kode&#x27;" not in geser
    assert "+10.000.000" in geser
    assert "-10.000.000" in geser
    ubah_pagu("2.13.04.2.01.0001", pagu_perubahan=120_000_000)
    satu = Dpa.objects.get(jenis="pergeseran")
    assert str(satu) == "DPA pergeseran ke-1 2024 nomor DPA/pergeseran1"
    tampil = client.get(satu.get_absolute_url()).content.decode()
    assert "Pagu 1 baris kini lain dari versi terakhir ini" in tampil
    record("pergeseran", "2024-06-03", "2")
    akhir = record("perubahan", "2024-09-30")
    assert "0 baris berubah" in akhir
    pagu = {row["kode"]: row["pagu"] for row in Dpa.objects.get(jenis="murni").rincian}
    assert Decimal(pagu["2.13.04.2.01.0001"]) == 100_000_000
    assert len(pagu) == 42
    assert "kini lain dari" not in client.get(satu.get_absolute_url()).content.decode()


def test_versi_dpa_bernomor_dan_tunggal(record):
    record("murni", "2024-01-02")
    record("pergeseran", "2024-05-03", "1")
    kembar = record("pergeseran", "2024-06-03", "1").content.decode()
    assert "Pergeseran dengan nomor urut ini sudah ada." in kembar
    tanpa_nomor = record("pergeseran", "2024-06-03").content.decode()
    assert "Isi pergeseran ke berapa untuk DPA pergeseran" in tanpa_nomor
    assert (
        "DPA jenis ini untuk tahun itu sudah ada." in record("murni", "2024-01-03").content.decode()
    )


@pytest.fixture
def susulan(record):
    """Murni, perubahan September, lalu pergeseran Maret yang terlupa."""
    record("murni", "2024-01-05")
    ubah_pagu("2.13.04.2.01.0001", pagu_perubahan=120_000_000)
    record("perubahan", "2024-09-01")
    return record("pergeseran", "2024-03-01", "1")


def isi_kisi(client, kunci, dpa, baru):
    """Satu sel kisi pagu tiap versi, sebagaimana diketik di halamannya."""
    ubahan = [{"b": kunci, "k": f"versi{dpa.pk}", "lama": "", "baru": baru}]
    alamat = f"{reverse('kinerja:versipagu_grid')}?tahun=2024"
    jawaban = client.post(alamat, {"ubahan": ubahan}, content_type="application/json")
    return jawaban.json()["hasil"][0]


def test_versi_susulan_tidak_mengambil_pagu_versi_sesudahnya(susulan, client):
    """Diisi dari lembarnya sendiri; versi sesudahnya tetap seperti saat dicatat."""
    assert "pagu 42 dari 42 baris belum diisi" in " ".join(susulan.split())
    assert "120.000.000" not in susulan
    geser, ubah = Dpa.objects.get(jenis="pergeseran"), Dpa.objects.get(jenis="perubahan")
    semula = ubah.rincian
    kunci = "2.13.04.2.01.0001"
    assert isi_kisi(client, kunci, ubah, "7")["status"] == "terkunci"
    assert "tidak boleh negatif" in isi_kisi(client, kunci, geser, "-5")["pesan"]
    assert isi_kisi(client, kunci, geser, "90.000.000")["status"] == "tersimpan"
    halaman = client.get(ubah.get_absolute_url()).content.decode()
    assert "1 baris berubah" in halaman
    assert "+30.000.000" in halaman
    assert "pagu 41 dari 42" in " ".join(
        client.get(geser.get_absolute_url()).content.decode().split()
    )
    ubah.refresh_from_db()
    assert ubah.rincian == semula
    assert Dpa.objects.versi(ubah.perangkat_daerah, 2024)[1] == geser


def test_lembar_yang_mengubah_versi_beku_ditolak(susulan, client):
    """Selnya disebut, dan isian yang benar pada lembar yang sama pun tidak tersimpan."""
    tahun = "?tahun=2024"
    unduhan = client.get(reverse("kinerja:versipagu_grid_xlsx") + tahun).content
    buku = openpyxl.load_workbook(io.BytesIO(unduhan))
    lembar = buku.active
    (baris,) = (sel.row for sel in lembar["A"] if sel.value == "2.13.04.2.01.0001")
    kepala = {sel.value: sel.column for deret in lembar.iter_rows(max_row=4) for sel in deret}
    beku = lembar.cell(baris, kepala["Pagu (Rp) DPA perubahan"], 7)
    lembar.cell(baris, kepala["Pagu (Rp) DPA pergeseran ke-1"], 90_000_000)
    isi = io.BytesIO()
    buku.save(isi)
    berkas = SimpleUploadedFile("pagu.xlsx", isi.getvalue())
    client.post(reverse("kinerja:versipagu_grid_impor") + tahun, {"berkas": berkas})
    impor = Impor.objects.get()
    (masalah,) = impor.kesalahan
    assert (masalah["lembar"], masalah["sel"]) == (lembar.title, beku.coordinate)
    assert masalah["pesan"] == "Pagu versi yang dibekukan saat dicatat tidak diubah."
    client.post(impor.get_absolute_url())
    geser = Dpa.objects.get(jenis="pergeseran")
    assert {row["pagu"] for row in geser.rincian} == {None}


def test_pagu_yang_sudah_digantikan_dicatat_menyusul(record, client):
    """Versi terakhir pun: pagu yang berlaku sudah milik perubahan yang belum dicatat."""
    record("murni", "2024-01-05")
    isian = {"tahun": "2024", "jenis": "pergeseran", "pergeseran_ke": "1", "nomor": "DPA/1"}
    client.post(
        reverse("kinerja:dpa_create"), isian | {"tanggal": "2024-03-01", "is_menyusul": "on"}
    )
    geser = Dpa.objects.get(jenis="pergeseran")
    assert {row["pagu"] for row in geser.rincian} == {None}
    ubah = client.get(reverse("kinerja:dpa_update", args=[geser.pk])).context["form"]
    assert ubah.fields["is_menyusul"].disabled


def test_tanggal_tidak_memindahkan_pagu_yang_dibekukan(banyuasin):
    dpa_tercatat(banyuasin, "murni", 2)
    dpa_tercatat(banyuasin, "pergeseran", 10, 1)
    perubahan = dpa_tercatat(banyuasin, "perubahan", 20)
    perubahan.tanggal = datetime.date(2024, 5, 11)
    door.save(perubahan, by="uji")
    perubahan.tanggal = datetime.date(2024, 5, 9)
    with pytest.raises(Invalid, match=r"melewati DPA pergeseran ke-1.*catat lagi"):
        door.save(perubahan, by="uji")


def dpa_tercatat(kabupaten, jenis, hari, ke=None):
    """Satu versi DPA 2024 pada bulan Mei lewat pintu tulisnya."""
    dpa = Dpa(
        perangkat_daerah=kabupaten.dinas,
        tahun=2024,
        jenis=jenis,
        pergeseran_ke=ke,
        nomor=f"DPA/{jenis}{ke}",
        tanggal=datetime.date(2024, 5, hari),
    )
    return record_dpa(dpa=dpa, by="uji")


@pytest.mark.parametrize("jenis", ["pergeseran", "perubahan"])
def test_dpa_murni_dicatat_lebih_dahulu(banyuasin, jenis):
    ke = 1 if jenis == "pergeseran" else None
    with pytest.raises(Invalid, match="Catat dahulu DPA murni 2024"):
        dpa_tercatat(banyuasin, jenis, 3, ke)
    dpa_tercatat(banyuasin, "murni", 2)
    dpa_tercatat(banyuasin, jenis, 3, ke)
    assert Dpa.objects.count() == 2


def test_tanggal_versi_dpa_searah_nomornya(banyuasin):
    dpa_tercatat(banyuasin, "murni", 5)
    with pytest.raises(Invalid, match=r"ke-1 .*\(4 Mei 2024\) sebelum .* DPA murni .*\(5 Mei"):
        dpa_tercatat(banyuasin, "pergeseran", 4, 1)
    satu = dpa_tercatat(banyuasin, "pergeseran", 10, 1)
    dua = dpa_tercatat(banyuasin, "pergeseran", 20, 2)
    satu.tanggal = datetime.date(2024, 5, 21)
    with pytest.raises(Invalid, match="sesudah tanggal DPA pergeseran ke-2 2024"):
        door.save(satu, by="uji")
    dpa_tercatat(banyuasin, "perubahan", 15)
    dua.tanggal = datetime.date(2024, 5, 9)
    with pytest.raises(Invalid, match="sebelum tanggal DPA pergeseran ke-1 2024"):
        door.save(dua, by="uji")


@pytest.mark.parametrize("hari", [9, 12])
def test_perubahan_sebelum_atau_sesudah_pergeseran(banyuasin, hari):
    dpa_tercatat(banyuasin, "murni", 5)
    satu = dpa_tercatat(banyuasin, "pergeseran", 10, 1)
    perubahan = dpa_tercatat(banyuasin, "perubahan", hari)
    berurut = sorted([satu, perubahan], key=attrgetter("tanggal"))
    assert list(Dpa.objects.versi(satu.perangkat_daerah, 2024))[1:] == berurut
    with pytest.raises(Invalid, match=r"perubahan .*\(4 Mei 2024\) sebelum .* DPA murni .*\(5 Mei"):
        perubahan.tanggal = datetime.date(2024, 5, 4)
        door.save(perubahan, by="uji")


@pytest.mark.parametrize(
    ("jenis", "ke", "awal"),
    [
        ("murni", None, datetime.date(2023, 12, 1)),
        ("pergeseran", 1, datetime.date(2024, 1, 1)),
        ("perubahan", None, datetime.date(2024, 1, 1)),
    ],
)
def test_tanggal_dpa_pada_tahunnya(banyuasin, jenis, ke, awal):
    """Hanya DPA murni boleh disahkan Desember sebelumnya."""
    if jenis != "murni":
        murni = dpa_tercatat(banyuasin, "murni", 2)
        murni.tanggal = datetime.date(2023, 12, 29)
        door.save(murni, by="uji")
    versi = dpa_tercatat(banyuasin, jenis, 3, ke)
    for tanggal in (awal, datetime.date(2024, 12, 31)):
        versi.tanggal = tanggal
        door.save(versi, by="uji")
    for tanggal in (awal - datetime.timedelta(days=1), datetime.date(2025, 1, 1)):
        versi.tanggal = tanggal
        with pytest.raises(Invalid, match=r"harus antara 1 \w+ \d+ dan 31 Desember 2024"):
            door.save(versi, by="uji")


def test_nomor_pergeseran_berurutan(banyuasin):
    """Tidak melompat saat dicatat; yang dilanjutkan tidak berganti letak dan tidak dihapus."""
    dpa_tercatat(banyuasin, "murni", 2)
    with pytest.raises(Invalid, match="ke-1 2024 belum dicatat; nomornya berurutan mulai 1"):
        dpa_tercatat(banyuasin, "pergeseran", 3, 2)
    satu = dpa_tercatat(banyuasin, "pergeseran", 3, 1)
    with pytest.raises(Invalid, match="ke-2 2024 belum dicatat"):
        dpa_tercatat(banyuasin, "pergeseran", 9, 3)
    dua = dpa_tercatat(banyuasin, "pergeseran", 4, 2)
    lanjut = r"Hapus dahulu DPA pergeseran ke-2 .*: nomornya melanjutkan pergeseran ke-1\."
    for letak in ({"jenis": "perubahan", "pergeseran_ke": None}, {"pergeseran_ke": 3}):
        berganti = Dpa.objects.get(pk=satu.pk)
        for kolom, isi in letak.items():
            setattr(berganti, kolom, isi)
        with pytest.raises(Invalid, match=lanjut):
            door.save(berganti, by="uji")
    with pytest.raises(Refused, match=lanjut):
        door.delete(satu, by="uji")
    perubahan = dpa_tercatat(banyuasin, "perubahan", 9)
    for versi in (perubahan, dua, satu):
        door.delete(versi, by="uji")
    assert Dpa.objects.count() == 1


def test_formulir_menolak_pergeseran_yang_melompat(record):
    record("murni", "2024-01-02")
    tampil = record("pergeseran", "2024-05-03", "3").content.decode()
    assert "DPA pergeseran ke-2 2024 belum dicatat" in tampil


def test_murni_yang_digeser_tidak_dihapus(banyuasin):
    dinas = {"perangkat_daerah": banyuasin.dinas, "tahun": 2024}
    murni = Dpa.objects.create(**dinas, jenis="murni", nomor="1", tanggal="2024-01-02")
    geser = Dpa.objects.create(
        **dinas, jenis="pergeseran", pergeseran_ke=1, nomor="2", tanggal="2024-03-01"
    )
    with pytest.raises(Refused, match=r"Hapus dahulu .*: pagunya mengubah pagu DPA murni"):
        door.delete(murni, by="uji")
    door.delete(geser, by="uji")
    door.delete(murni, by="uji")
    assert not Dpa.objects.exists()
