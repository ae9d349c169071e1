"""Gambaran untuk sepuluh dan sepuluh ribu desa: kueri sama banyak, hitungan sama."""

from collections import Counter
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.angka import bulatkan
from idm.laporan.gambaran.reports import gambaran
from idm.models import IdmDesa, IndikatorIdm
from idm.reports import banyak_pindah, matriks, perpindahan
from idm.scoring import status
from tests import factories
from villages.models import Desa, Kecamatan

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.sekali("banyaknya yang berat; kuerinya disusun tanpa menoleh pada basis datanya"),
]


@pytest.fixture
def instrumen(banyuasin):
    instrumen = factories.make_instrumen()
    for posisi, indeks in enumerate(("IKS", "IKE", "IKL"), start=1):
        IndikatorIdm.objects.create(
            instrumen=instrumen, posisi=posisi, kode=indeks, nama=indeks, indeks=indeks
        )
    return instrumen


def isi_desa(banyuasin, instrumen, banyak):
    """`banyak` desa dalam tujuh kecamatan, dua tahun, IDM tersebar rata."""
    kecamatan = [
        Kecamatan(kabupaten=banyuasin, kode=f"16.07.{n:02d}", nama=f"Kecamatan {n}")
        for n in range(7)
    ]
    kecamatan = Kecamatan.objects.bulk_create(kecamatan)
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
        for tahun in (2023, 2024):
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
    return rows


def kueri(call):
    with CaptureQueriesContext(connection) as queries:
        hasil = call()
    return hasil, len(queries)


def test_kueri_sama_untuk_sepuluh_dan_sepuluh_ribu(banyuasin, instrumen):
    isi_desa(banyuasin, instrumen, 10)
    gambaran(banyuasin, 2024)  # dinas kabupatennya dibaca sekali
    _, sedikit = kueri(lambda: gambaran(banyuasin, 2024))
    IdmDesa.objects.all().delete()
    Desa.objects.all().delete()
    Kecamatan.objects.all().delete()
    rows = isi_desa(banyuasin, instrumen, 10_000)
    isi, banyak = kueri(lambda: gambaran(banyuasin, 2024))
    assert banyak == sedikit
    kini = [r for r in rows if r.tahun == 2024]
    assert isi.kabupaten.banyak == 10_000
    assert isi.kabupaten.nilai == bulatkan(sum(r.idm for r in kini) / 10_000, 4)
    banyak = Counter(r.status for r in kini)
    assert isi.kabupaten.status == {s: banyak[s] for s in isi.kabupaten.status}
    selang = Counter(int(r.idm / Decimal("0.05")) for r in kini)
    assert [s.banyak for s in isi.sebaran] == [selang[n] for n in range(21)]
    lemah = {h.indikator.posisi: h.rata for h in isi.terlemah}
    assert lemah[2] == bulatkan(Decimal(sum(int(r.skor[1]) for r in kini)) / 10_000, 2)
    satu = next(k for k in isi.kecamatan if k.nama == "Kecamatan 3")
    milik = [r.idm for r in kini if r.desa.kecamatan.nama == "Kecamatan 3"]
    assert (satu.banyak, satu.nilai) == (len(milik), bulatkan(sum(milik) / len(milik), 4))


def test_matriks_sama_dengan_menghitung_satu_per_satu(banyuasin, instrumen, merangin):
    rows = isi_desa(banyuasin, instrumen, 700)
    lalu = {r.desa_id: r.status for r in rows if r.tahun == 2023}
    harapan = Counter((lalu[r.desa_id], r.status) for r in rows if r.tahun == 2024)
    (pindah, n), (senegara, _) = (
        kueri(lambda: banyak_pindah(banyuasin, 2024)),
        kueri(lambda: banyak_pindah(None, 2024)),
    )
    assert (pindah, senegara, n) == (harapan, harapan, 1)
    desa, n = kueri(lambda: perpindahan(banyuasin, 2024))
    assert n == 2  # barisnya, lalu desanya menurut tahun itu
    assert {k: len(v) for k, v in desa.items()} == {
        k: n for k, n in harapan.items() if k[0] != k[1]
    }
    for daftar in desa.values():
        kode = [d.kode for d in daftar]
        assert kode == sorted(kode)
    assert sum(sum(b.sel) for b in matriks(banyak_pindah(banyuasin, 2024)).baris) == 700
    assert matriks(banyak_pindah(merangin, 2024)) is None
    assert banyak_pindah(banyuasin, 2023) == {}
