"""Gambaran IDM: angka terbitan dan perpindahan 2023 ke 2024 Banyuasin, dengan kueri tetap."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import Kabupaten, User
from idm.laporan.gambaran.reports import gambaran
from idm.models import IdmDesa

pytestmark = pytest.mark.django_db


@pytest.fixture
def isi(nyata):
    return gambaran(Kabupaten.objects.get(kode="16.07"), 2024)


def test_status_dan_perpindahan_banyuasin(isi):
    assert [b.lalu for b in isi.tabel.baris] == [6, 77, 200, 5, 0]
    pindah = {(b.dari, s.ke): s.banyak for b in isi.matriks for s in b.sel if s.banyak}
    bergeser = {k: n for k, n in pindah.items() if k[0] != k[1]}
    assert bergeser == {
        ("BERKEMBANG", "MAJU"): 34,
        ("TERTINGGAL", "BERKEMBANG"): 5,
        ("MAJU", "MANDIRI"): 5,
    }
    assert {s.arah for b in isi.matriks for s in b.sel if s.banyak} == {"naik", "tetap"}
    assert all(len(s.desa) in (0, s.banyak) for b in isi.matriks for s in b.sel)
    assert sum(pindah.values()) == isi.kabupaten.banyak == 288


def test_rata_sebaran_dan_terlemah(isi):
    rows = IdmDesa.objects.filter(tahun=2024)
    assert isi.kabupaten.nilai == round(sum(r.idm for r in rows) / 288, 4)
    assert sum(k.banyak for k in isi.kecamatan) == sum(s.banyak for s in isi.sebaran) == 288
    assert [k.nilai for k in isi.kecamatan] == sorted(
        (k.nilai for k in isi.kecamatan), reverse=True
    )
    assert {s.ambang for s in isi.sebaran} >= {"MANDIRI", "MAJU", "BERKEMBANG"}
    lemah = isi.terlemah
    assert len(lemah) == 10
    posisi = lemah[0].indikator.posisi - 1
    skor = [int(r.skor[posisi]) for r in rows]
    assert lemah[0].rata == round(Decimal(sum(skor)) / 288, 2)
    assert dict(lemah[0].sebaran)[5] == skor.count(5)


def test_tahun_tanpa_data(nyata):
    isi = gambaran(Kabupaten.objects.get(kode="15.02"), 2024)
    assert isi.kabupaten is None
    assert (isi.matriks, isi.terlemah, isi.sebaran, isi.peringkat.baris) == ((), (), (), ())


def test_kueri_tetap(nyata):
    """Sama banyaknya untuk 288 dan untuk delapan desa."""

    def banyak_kueri():
        with CaptureQueriesContext(connection) as queries:
            gambaran(Kabupaten.objects.get(kode="16.07"), 2024)
        return len(queries)

    semua = banyak_kueri()
    dihapus = IdmDesa.objects.filter(desa__kecamatan__kabupaten__kode="16.07").exclude(
        desa__kode__startswith="16.07.01"
    )
    dihapus.delete()
    assert banyak_kueri() == semua


def test_halaman_menyebut_desanya(nyata):
    client = Client()
    client.force_login(User.objects.get(username="inspektorat"))
    client.post("/akun/tahun/", {"tahun": 2024, "next": "/"})
    halaman = client.get("/idm/").content.decode()
    assert "34 naik" in halaman
    assert "Matriks perpindahan" in halaman
    assert halaman.count("<svg") == 3
