"""Laporan IDM untuk sepuluh dan seribu desa: kueri sama banyak. Indeks Desa di samping IDM."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.roles import Peran
from idm.deret import deret_poin
from idm.laporan.dasar.reports import kepala
from idm.laporan.peringkat.reports import peringkat
from idm.laporan.profil.reports.profil import profil
from idm.models import DimensiIndeks, IdmDesa, IndeksDesa, IndikatorIdm
from idm.scoring import status
from tests import factories
from villages.models import Desa, Kecamatan

pytestmark = pytest.mark.django_db


@pytest.fixture
def instrumen(banyuasin):
    instrumen = factories.make_instrumen()
    for posisi, indeks in enumerate(("IKS", "IKE", "IKL"), start=1):
        IndikatorIdm.objects.create(
            instrumen=instrumen,
            posisi=posisi,
            kode=indeks,
            nama=indeks,
            indeks=indeks,
            dimensi=f"Dimensi {indeks}",
        )
    return instrumen


def isi_desa(banyuasin, instrumen, banyak):
    kecamatan = Kecamatan.objects.bulk_create(
        Kecamatan(kabupaten=banyuasin, kode=f"16.07.{n:02d}", nama=f"Kecamatan {n}")
        for n in range(7)
    )
    desa = Desa.objects.bulk_create(
        Desa(
            kecamatan=kecamatan[n % 7],
            kode=f"16.07.{n % 7:02d}.{n // 7:04d}",
            nama=f"Desa {n}",
            jenis="desa",
        )
        for n in range(banyak)
    )
    rows = []
    for n, satu in enumerate(desa):
        for tahun in (2022, 2023):
            idm = Decimal((n * 37 + tahun * 911) % 10_001) / 10_000
            rows.append(
                IdmDesa(desa=satu, tahun=tahun, instrumen=instrumen,
                skor=f"{n % 6}{n * 7 % 6}{n * 5 % 6}", iks=idm,
                        ike=idm, ikl=idm, idm=idm, status=status(idm).value, sumber="skor")
            )  # fmt: skip
    IdmDesa.objects.bulk_create(rows)
    with connection.cursor() as cursor:
        cursor.execute(
            "ANALYZE"
        )  # seperti sesudah muatan besar; tanpa statistik PostgreSQL memilih rencana buruk
    return desa


def banyak_kueri(client, alamat):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(alamat).status_code == 200
    return len(queries)


@pytest.mark.sekali("banyaknya yang berat; kuerinya disusun tanpa menoleh pada basis datanya")
def test_kueri_sama_untuk_sepuluh_dan_seribu(banyuasin, instrumen):
    client = Client()
    client.force_login(factories.make_user(Peran.OPERATOR, banyuasin))
    hitung = []
    for banyak in (10, 1_000):
        IdmDesa.objects.all().delete()
        Desa.objects.all().delete()
        Kecamatan.objects.all().delete()
        desa = isi_desa(banyuasin, instrumen, banyak)[3]
        alamat = (
            "/idm/",
            "/idm/xlsx/",
            "/idm/peringkat/",
            "/idm/peringkat/xlsx/",
            f"/idm/profil/{desa.pk}/",
        )
        client.get("/idm/")  # sesi dan hak akses tersimpan
        hitung.append([banyak_kueri(client, a) for a in alamat])
    assert hitung[0] == hitung[1]
    assert max(hitung[1]) <= 32


@pytest.fixture
def indeks_desa(banyuasin):
    """Tiga desa dua kecamatan dengan IDM 2023, dan Indeks Desa 2023 serta 2024."""
    lama = factories.make_instrumen()
    baru = factories.make_instrumen(kode="id-uji", nama="Indeks Desa uji", cara="dimensi")
    dimensi = [
        DimensiIndeks.objects.create(
            instrumen=baru, posisi=n, kode=nama, nama=nama.title(), maksimum=maksimum
        )
        for n, (nama, maksimum) in enumerate(
            (("sosial", 40), ("ekonomi", 20), ("lingkungan", 10)), start=1
        )
    ]
    satu, dua = (factories.make_kecamatan(banyuasin) for _ in range(2))
    desa = [factories.make_desa(k) for k in (satu, satu, dua)]
    for n, d in enumerate(desa):
        factories.make_idm(d, 2023, idm=Decimal("0.7") + n * Decimal("0.01"))
        for tahun in (2023, 2024):
            skor = Decimal(60 + 10 * n + tahun - 2023)
            poin = deret_poin(
                [Decimal(satu_dimensi.maksimum) * (n + 1) / 4 for satu_dimensi in dimensi]
            )
            IndeksDesa.objects.create(
                desa=d, tahun=tahun, instrumen=baru, skor=skor, status="MAJU", poin=poin
            )
    assert lama.pk != baru.pk
    return desa


def test_indeks_desa_dipakai_bila_idm_tidak_ada(banyuasin, indeks_desa):
    isi = peringkat(banyuasin, 2024)
    assert (isi.ukuran.nama, isi.ukuran.desimal) == ("Indeks Desa", 2)
    assert [(b.nomor, b.nomor_kecamatan, b.nilai, b.perubahan) for b in isi.baris] == [
        (1, 1, 81, 1), (2, 1, 71, 1), (3, 2, 61, 1),
    ]  # fmt: skip
    idm = peringkat(banyuasin, 2023)
    assert (idm.ukuran.nama, {b.perubahan for b in idm.baris}) == ("IDM", {None})


def test_kedua_ukuran_terpisah(banyuasin, indeks_desa):
    isi = profil(indeks_desa[0], 2023)
    assert [(u.indeks.nama, u.row.nilai) for u in isi.ukuran] == [
        ("IDM", Decimal("0.7")),
        ("Indeks Desa", 60),
    ]
    tahun = {r.indeks.nama: [b.tahun for b in r.baris] for r in isi.riwayat}
    assert list(tahun.items()) == [("IDM", [2023]), ("Indeks Desa", [2024, 2023])]
    dimensi = isi.ukuran[1].dimensi
    assert [(d.nama, d.desa, d.kecamatan, d.kabupaten) for d in dimensi] == [
        (nama, 25, Decimal("37.5"), 50) for nama in ("Sosial", "Ekonomi", "Lingkungan")
    ]
    lalu = profil(indeks_desa[0], 2024)
    assert (lalu.tabel, len(lalu.ukuran)) == ((), 1)


def test_poin_tidak_diketahui_tidak_digambar(banyuasin, indeks_desa):
    IndeksDesa.objects.filter(desa=indeks_desa[0]).update(poin="")
    assert profil(indeks_desa[0], 2024).ukuran[0].gambar == ()
    assert len(profil(indeks_desa[1], 2024).ukuran[0].gambar) == 3


def test_halaman_menyebut_kedua_ukuran(banyuasin, indeks_desa):
    client = Client()
    client.force_login(factories.make_user(Peran.OPERATOR, banyuasin))
    halaman = client.get(f"/idm/profil/{indeks_desa[0].pk}/?tahun=2023").content.decode()
    for tulisan in (
        "Status menurut IDM",
        "Status menurut Indeks Desa",
        "tidak untuk diperbandingkan",
        "Riwayat Indeks Desa",
    ):
        assert tulisan in halaman
    assert client.get(f"/idm/profil/{indeks_desa[0].pk}/xlsx/?tahun=2023").status_code == 200
    assert (
        "Peringkat Desa menurut Indeks Desa 2024"
        in client.get("/idm/peringkat/?tahun=2024").content.decode()
    )


def test_kop_tanpa_dinas(banyuasin):
    banyuasin.dinas.delete()
    banyuasin.refresh_from_db()
    kop = kepala(type(banyuasin).objects.get(pk=banyuasin.pk), "Judul", 2023).dinas
    assert (kop.daerah, kop.provinsi, kop.nama) == ("Kabupaten Banyuasin", "Sumatera Selatan", "")
