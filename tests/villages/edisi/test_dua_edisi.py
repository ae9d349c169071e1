"""Dua edisi berturut-turut: tanpa hilang dan kembar, tiap tahun menurut edisinya."""

import csv
import gzip

import pytest
from django.db import transaction
from django.test import Client

from core.models import AuditEvent
from documents.models import Impor
from tests.villages.edisi.bahan import EDISI_2022, EDISI_2025, apply, pengelola, tertulis, upload
from villages.impor import edisi
from villages.models import Desa, Kecamatan, RiwayatKecamatan, RiwayatWilayah

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", params=["16.07", "15.02"])
def dimuat(request, django_db_setup, django_db_blocker):
    """Kabupaten yang sudah memuat kedua edisi, sekali bagi semua uji di sini."""
    with django_db_blocker.unblock(), transaction.atomic():
        kabupaten, client = pengelola(request.param)
        yield kabupaten, client, load_kedua_edisi(client)
        transaction.set_rollback(True)


def load_kedua_edisi(client: Client) -> Impor:
    impor = upload(client, EDISI_2022.read_bytes())
    assert {u["aksi"] for u in impor.ubahan} == {edisi.BARU}
    assert apply(client, impor, "2022-02-14").status_code == 302
    impor = upload(client, EDISI_2025.read_bytes())
    assert apply(client, impor, "2025-04-25", ganti="1").status_code == 302
    return impor


HARAPAN = {
    "16.07": (54, 2, 8),
    "15.02": (5, 1, 0),
}  # desa dan kecamatan berganti nama, wilayah baru
BANYAK = {"16.07": (21, 288, 25), "15.02": (24, 205, 10)}  # kecamatan, desa, kelurahan


def test_dua_edisi_berturut_turut_tanpa_hilang_dan_tanpa_kembar(dimuat):
    kabupaten, client, impor = dimuat
    lama, kini = tertulis(EDISI_2022, kabupaten.kode), tertulis(EDISI_2025, kabupaten.kode)
    desa_berganti, kecamatan_berganti, baru = HARAPAN[kabupaten.kode]
    ganti = {
        u["kunci"]: (u["lama"], u["baru"]) for u in impor.ubahan if u["aksi"] in {"nama", "ejaan"}
    }
    beda = {kode: (lama[kode], kini[kode]) for kode in lama if lama[kode] != kini[kode]}
    # baris kabupatennya sendiri juga beda tulisan: “KAB. …” dan “Kabupaten …”
    assert ganti == {kode: isi for kode, isi in beda.items() if kode != kabupaten.kode}
    assert len(beda) == desa_berganti + kecamatan_berganti + 1
    ditambah = {u["kunci"]: u["baru"] for u in impor.ubahan if u["aksi"] == "baru"}
    assert ditambah == {kode: kini[kode] for kode in kini.keys() - lama.keys()}
    assert len(ditambah) == baru
    tercatat = dict(Desa.objects.values_list("kode", "nama")) | dict(
        Kecamatan.objects.values_list("kode", "nama")
    )
    assert tercatat == {kode: nama for kode, nama in kini.items() if kode != kabupaten.kode}
    jenis = [Desa.objects.filter(jenis=satu).count() for satu in ("desa", "kelurahan")]
    assert (Kecamatan.objects.count(), *jenis) == BANYAK[kabupaten.kode]
    assert not Desa.objects.exclude(sampai=None).exists()
    assert RiwayatWilayah.objects.count() == desa_berganti
    assert RiwayatKecamatan.objects.count() == kecamatan_berganti
    lagi = upload(client, EDISI_2025.read_bytes())
    assert (lagi.ubahan, lagi.banyak_sama) == ([], len(kini) - 1)


def test_edisi_2025_sama_dengan_daftar_senegara():
    """Kantor baru yang wilayahnya dari daftar senegara mulai dari edisi yang sama."""
    with gzip.open("fixtures/wilayah_nasional_2025.csv.gz", "rt") as berkas:
        senegara = {b["kode"]: b["nama"] for b in csv.DictReader(berkas)}
    for kode in BANYAK:
        for satu, nama in tertulis(EDISI_2025, kode).items():
            assert senegara[satu] == nama


def test_keadaan_tiap_tahun_menurut_edisinya(dimuat):
    kabupaten, _, _ = dimuat
    for berkas, tahun in ((EDISI_2022, 2024), (EDISI_2025, 2025)):
        isi = {k: v for k, v in tertulis(berkas, kabupaten.kode).items() if len(k) > 5}
        desa = dict(Desa.objects.on(tahun).values_list("kode_saat", "nama_saat"))
        kecamatan = dict(Kecamatan.objects.on(tahun).values_list("kode_saat", "nama_saat"))
        assert desa | kecamatan == isi


def test_satu_kejadian_tiap_wilayah(dimuat):
    _, _, impor = dimuat
    catatan = AuditEvent.objects.filter(
        note__contains=impor.sha256[:12], model__startswith="villages."
    )
    berubah = {u["kunci"] for u in impor.ubahan}
    assert (
        catatan.count()
        == catatan.order_by().values("model", "object_id").distinct().count()
        == len(berubah)
    )
