"""Kantor provinsi melihat kabupaten dan kotanya berdampingan, dan hanya itu."""

import io
from decimal import Decimal

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from accounts.models import Kabupaten, PerangkatDaerah, User
from core.angka import format_angka
from core.daerah import Daerah, Perangkat
from idm.actions.peragaan import create_peragaan
from idm.laporan.dasbor.reports import dasbor_desa
from idm.laporan.provinsi.lembar import cetakan_provinsi
from idm.laporan.provinsi.reports import dasbor_provinsi
from idm.models import IdmDesa

pytestmark = pytest.mark.django_db
DASBOR = reverse("idm:dasbor")


@pytest.fixture
def orang_provinsi(nyata: None) -> User:
    """Pengguna Dinas PMD provinsi tempat Banyuasin berada."""
    kantor = Kabupaten.objects.create(
        kode="16", nama="Sumatera Selatan", jenis=Daerah.PROVINSI, provinsi="Sumatera Selatan"
    )
    dinas = PerangkatDaerah.objects.create(
        kabupaten=kantor, nama="Dinas PMD", singkatan="DPMD", jenis=Perangkat.DINAS_PMD
    )
    user = User.objects.create_user("orang.provinsi", kabupaten=kantor, perangkat_daerah=dinas)
    user.groups.add(Group.objects.get(name="operator"))
    return user


@pytest.fixture
def masuk(orang_provinsi: User) -> Client:
    client = Client()
    client.force_login(orang_provinsi)
    return client


def test_sama_dengan_dasbor_kabupatennya(orang_provinsi: User, kabupaten: Kabupaten) -> None:
    isi = dasbor_provinsi(orang_provinsi.kabupaten, 2024)
    (banyuasin,) = isi.baris
    rata = dasbor_desa(kabupaten, 2024).rata
    assert (banyuasin.banyak, banyuasin.nilai, banyuasin.status) == (
        rata.banyak,
        rata.nilai,
        rata.status,
    )
    assert isi.provinsi.nilai == Decimal("0.7126")
    assert cetakan_provinsi(isi).bagian[0].judul[0] == "Dasbor Desa"


def test_di_luar_provinsinya_tidak_tampak_dan_yang_belum_disebut(
    masuk: Client, orang_provinsi: User
) -> None:
    Kabupaten.objects.create(kode="16.71", nama="Palembang", jenis="kota", provinsi="Sumsel")
    halaman = masuk.get(f"{DASBOR}?tahun=2024").content.decode()
    assert "Kabupaten Banyuasin" in halaman
    assert "Merangin" not in halaman
    assert "Belum mencatat IDM 2024: Kota Palembang." in halaman
    assert [str(satu) for satu in Kabupaten.objects.binaan(orang_provinsi.kabupaten)] == [
        "Kabupaten Banyuasin",
        "Kota Palembang",
    ]
    jawaban = masuk.get(f"{reverse('idm:dasbor_xlsx')}?tahun=2024")
    (lembar,) = load_workbook(io.BytesIO(jawaban.content)).worksheets
    assert any(sel.value == "Kabupaten Banyuasin" for (sel,) in lembar["A1:A20"])


def test_yang_baru_sebagian_desanya_disebut(masuk: Client) -> None:
    assert "Baru sebagian" not in masuk.get(f"{DASBOR}?tahun=2024").content.decode()
    IdmDesa.objects.filter(tahun=2024, desa__nama__startswith="S").delete()
    banyak = IdmDesa.objects.filter(tahun=2024, desa__kode__startswith="16.07").count()
    halaman = masuk.get(f"{DASBOR}?tahun=2024").content.decode()
    kalimat = f"Baru sebagian desanya yang berstatus: Kabupaten Banyuasin {banyak} dari 288 desa."
    assert kalimat in halaman


def test_baris_kabupaten_tetap_tertutup(masuk: Client, orang_provinsi: User) -> None:
    """Hanya angkanya; desa, draf dan daftar daerah lain tidak."""
    row = IdmDesa.objects.filter(tahun=2024).first()
    assert row is not None
    assert masuk.get(reverse("idm:profil", args=[row.desa_id])).status_code == 404
    assert not IdmDesa.objects.visible_to(orang_provinsi).exists()


def test_kantor_kabupaten_tidak_membina(kabupaten: Kabupaten) -> None:
    user = User.objects.get(username="kepala.dinas")
    assert not Kabupaten.objects.binaan(user.kabupaten).exists()


def test_kueri_tetap_berapa_pun_kabupatennya(masuk: Client) -> None:
    def kueri() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert masuk.get(f"{DASBOR}?tahun=2024").status_code == 200
        return len(queries)

    kueri()
    sedikit = kueri()
    for nomor in range(71, 90):
        Kabupaten.objects.create(kode=f"16.{nomor}", nama=f"Kota {nomor}", jenis="kota")
    assert kueri() == sedikit


def test_tanpa_saringan_kecamatan(masuk: Client) -> None:
    """Provinsi tidak berkecamatan; yang disebut alamatnya tidak berarti apa-apa."""
    halaman = masuk.get(f"{DASBOR}?tahun=2024&kecamatan=abc").content.decode()
    assert 'name="tahun"' in halaman
    assert 'name="kecamatan"' not in halaman
    assert "alert-danger" not in halaman


def test_sejak_2025_menurut_indeks_desa(masuk: Client, kabupaten: Kabupaten) -> None:
    create_peragaan(kabupaten=kabupaten, tahun=2025, by="uji")
    halaman = masuk.get(f"{DASBOR}?tahun=2025").content.decode()
    rata = dasbor_desa(kabupaten, 2025).rata
    assert f"Indeks Desa {format_angka(rata.nilai, 2)}." in halaman
    assert "Data peragaan" in halaman
    assert "Belum mencatat" not in halaman
