"""Berkas bukti contoh demo: dari barisnya sendiri, menyebut dirinya contoh, sekali saja."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from core.models import AuditEvent
from dpmd.actions import create_demo_bukti
from kinerja.models import BuktiRealisasi, PengukuranSub, Realisasi
from tests.bukti import bukti_demo

pytestmark = pytest.mark.django_db


@pytest.fixture
def bukti(kabupaten):
    return bukti_demo()


def tulisan(row):
    with row.berkas.open("rb") as berkas:
        buku = load_workbook(BytesIO(berkas.read()))
    return [str(sel) for baris in buku.active.iter_rows(values_only=True) for sel in baris if sel]


def test_tiap_realisasi_2023_dan_pengukuran_2024(bukti):
    realisasi = Realisasi.objects.filter(tahun=2023)
    assert bukti == realisasi.count() + PengukuranSub.objects.exclude(bukti=None).count()
    assert not realisasi.filter(bukti=None).exists()
    assert AuditEvent.objects.filter(model="kinerja.BuktiPengukuran", actor="uji").exists()


def test_menyebut_dirinya_contoh_dan_kelima_desa(bukti):
    row = BuktiRealisasi.objects.get(
        realisasi__tahun=2023, realisasi__indikator__jenis="ikk", realisasi__indikator__nomor=6
    )
    isi = tulisan(row)
    assert isi[0].startswith("CONTOH:")
    assert {"Pulau Parang", "Bunga Karang", "Sebubus", "Muara Baru", "Air Kumbang Bakti"} <= {*isi}
    assert "81,48 %" in isi


def test_berulang_tidak_menambah(bukti):
    assert create_demo_bukti(by="uji") == 0


def test_yang_tanpa_isian_dilewati_dan_penjelasannya_ikut(kabupaten):
    semula = bukti_demo()
    BuktiRealisasi.objects.all().delete()
    hilang, dijelaskan = Realisasi.objects.filter(tahun=2023).setahun()[:2]
    hilang.delete()
    Realisasi.objects.filter(pk=dijelaskan.pk).update(penjelasan="Menurut berita acara.")
    terisi = PengukuranSub.objects.exclude(bukti=None).first()
    PengukuranSub.objects.create(sub_kegiatan=terisi.sub_kegiatan, triwulan=4)
    assert bukti_demo() == semula - 1
    assert "Menurut berita acara." in tulisan(BuktiRealisasi.objects.get(realisasi=dijelaskan))
