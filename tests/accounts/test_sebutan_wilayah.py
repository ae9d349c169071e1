"""Sebutan setempat kecamatan dan desa: lazimnya, pilihan kantor, dan tempat yang memakainya."""

import pytest
from django.urls import reverse

from accounts.models import Kabupaten, PerangkatDaerah
from core.daerah import PAPUA, UMUM, SebutanWilayah, dewan, sebutan_wilayah, zona
from core.tabel import Kepala, Kolom, Tabel
from core.tampilan import semua_setempat, setempat
from documents.impor.kata import is_jumlah, judul_baku, tanpa_awalan
from documents.impor.kepala import NAMA, dikenal_kisi
from documents.lembar.kisi import lembar
from documents.reports.kepala import kop
from tests.factories import make_desa, make_kabupaten, make_kecamatan, make_users
from villages.grids import KerjaSamaGrid, RekapLembagaGrid

LAZIM = {
    "16.07": ("kecamatan", "desa"),
    "11.06": ("kecamatan", "gampong"),
    "13.05": ("kecamatan", "nagari"),
    "13.09": ("kecamatan", "desa"),
    "13.71": ("kecamatan", "desa"),
    "95.01": ("distrik", "kampung"),
    "96": ("distrik", "kampung"),
}
LABEL = {
    "Kecamatan": "Distrik",
    "Desa menurut kecamatan": "Desa menurut distrik",
    "Desa": "Kampung",
    "desa dan kelurahan": "kampung dan kelurahan",
    "Desa/kelurahan": "Kampung/kelurahan",
    "Rincian per desa": "Rincian per kampung",
    "Batas desa": "Batas kampung",
    "Indeks Desa": "Indeks Desa",
    "Kerja sama antar desa": "Kerja sama antar desa",
}


@pytest.fixture
def jayawijaya(db):
    return make_kabupaten("95.01", "Jayawijaya", "Papua Pegunungan")


def test_lazim_menurut_kode_daerah():
    assert {kode: _pasangan(sebutan_wilayah(kode)) for kode in LAZIM} == LAZIM


def _pasangan(sebutan):
    return sebutan.kecamatan, sebutan.desa


@pytest.mark.parametrize(("semula", "setempatnya"), LABEL.items())
def test_label(semula, setempatnya):
    assert PAPUA.label(semula) == setempatnya
    assert UMUM.label(semula) == semula


def test_zona_menurut_provinsi():
    zonanya = {"16.07": "WIB", "51.03": "WITA", "73": "WITA", "81.01": "WIT", "95.01": "WIT"}
    assert {kode: zona(kode) for kode in zonanya} == zonanya


@pytest.mark.parametrize(
    ("kode", "tahun", "sebutan"),
    [
        ("16.07", 2024, "DPRD"),
        ("11.18", 2019, "DPRK"),
        ("11", 2024, "DPRA"),
        ("93.01", 2020, "DPRD"),
        ("93.01", 2021, "DPRK"),
        ("95", 2024, "DPRP"),
    ],
)
def test_dewan_menurut_provinsi_dan_tahunnya(kode, tahun, sebutan):
    assert dewan(kode, tahun) == sebutan


def test_kepala_tabel_saja_yang_diganti():
    kepala = [[Kepala("No"), Kepala("Kecamatan")]]
    semula = Tabel("Kecamatan", [Kolom(), Kolom()], kepala, [["1", "Kecamatan Rambutan"]])
    (baru,) = semua_setempat(semula, PAPUA)
    assert [sel.teks for sel in baru.kepala[0]] == ["No", "Distrik"]
    assert (baru.nama, baru.baris) == ("Distrik", semula.baris)
    assert setempat(semula, UMUM) is semula
    assert semua_setempat([semula, semula], UMUM) == [semula, semula]


def test_halaman_kop_dan_lembar(jayawijaya, client):
    users = make_users(jayawijaya)
    client.force_login(users["operator"])
    daftar = client.get(reverse("villages:kecamatan_list")).text
    assert "<h1>Distrik</h1>" in " ".join(daftar.split()).replace("> ", ">").replace(" <", "<")
    assert ">Kecamatan<" not in daftar
    unduhan = client.get(reverse("villages:kecamatan_list"), {"ekspor": "csv"}).content.decode()
    assert "Kecamatan" not in unduhan.splitlines()[0]
    assert kop(jayawijaya, jayawijaya.dinas).wilayah == PAPUA
    grid = RekapLembagaGrid(user=users["operator"], tahun=2023)
    assert lembar(grid).kepala[0][1].teks == "Distrik"
    assert {"distrik", "kecamatan"} <= set(dikenal_kisi(grid))


def test_impor_menerima_keduanya():
    assert tanpa_awalan("distrik asolokobal") == "asolokobal"
    assert tanpa_awalan("kampung wesakama") == "wesakama"
    assert is_jumlah("Jumlah kampung")


def test_pilihan_kantor_menggantikan_yang_lazim(banyuasin, client_for):
    client = client_for("admin")
    dinas = banyuasin.dinas
    url = reverse("accounts:perangkatdaerah_update", args=[dinas.pk])
    form = client.get(url).context["form"]
    assert form.fields["sebutan_desa"].label == "Sebutan desa"
    assert form.fields["sebutan_desa"].help_text == "Kosong: desa, menurut provinsinya."
    isian = {nama: form[nama].value() for nama in form.fields if form[nama].value() is not None}
    isian |= {"sebutan_kecamatan": "distrik", "sebutan_desa": "Pekon raya", "logo": ""}
    ditolak = client.post(url, isian)
    assert "Satu kata huruf kecil" in ditolak.text
    client.post(url, isian | {"sebutan_desa": "pekon"})
    kabupaten = Kabupaten.objects.get(pk=banyuasin.pk)
    assert kabupaten.wilayah == SebutanWilayah("distrik", "pekon")


def test_perangkat_lain_tidak_menyebutnya(banyuasin, client_for):
    lain = PerangkatDaerah.objects.create(
        kabupaten=banyuasin, jenis="bappeda", nama="Bappeda", singkatan="Bappeda", tempat="X"
    )
    url = reverse("accounts:perangkatdaerah_update", args=[lain.pk])
    assert "sebutan_desa" not in client_for("admin").get(url).context["form"].fields


def test_daftar_desa_satu_sebutan(jayawijaya, client):
    """Jenis pada barisnya sama dengan kepalanya; saringan dan daftar halaman ikut."""
    kecamatan = make_kecamatan(jayawijaya)
    make_desa(kecamatan)
    client.force_login(make_users(jayawijaya)["operator"])
    daftar = client.get(reverse("villages:desa_list")).text
    assert "<td >Kampung</td>" in daftar
    assert ">Desa<" not in daftar and "Kecamatan</label>" not in daftar
    dasbor = client.get(reverse("idm:dasbor")).text
    assert "Semua distrik" in dasbor and "Dasbor kampung" in dasbor
    assert ">Kecamatan<" not in client.get(reverse("data_acuan")).text
    grid = client.get(reverse("villages:rincianlembaga_grid")).text
    assert "Semua distrik" in grid and ">Kecamatan<" not in grid


@pytest.mark.parametrize(
    "kepala", ["Kampung yang bekerja sama", "Desa yang bekerja sama", "Nama kampung", "Kampung"]
)
def test_lembar_kerja_sama_menerima_sebutan_setempat(jayawijaya, kepala):
    grid = KerjaSamaGrid(user=make_users(jayawijaya)["operator"], tahun=2023)
    assert dikenal_kisi(grid)[judul_baku(kepala)] == NAMA
    assert grid.pesan_asing("Wamena").startswith("Belum ada kerja sama yang dicatat")
