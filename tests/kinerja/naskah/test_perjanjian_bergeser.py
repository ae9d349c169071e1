"""Semua perjanjian bidang tetap berjumlah pagu DPA sesudah pagu dan penanggungnya berganti."""

import pytest

from accounts.models import Kabupaten
from documents.printing import isi_naskah
from kinerja.models import PerjanjianKinerja, SubKegiatan
from kinerja.naskah.perjanjian.reports.sebaran import sebaran_pagu
from kinerja.tahun.tahun_kinerja import TahunKinerja
from tests.kinerja.naskah.test_perjanjian import DPA, PKK, pkk, semua_bidang

pytestmark = pytest.mark.django_db


def test_jumlahnya_tetap_pagu_dpa_sesudah_digeser_dan_berpindah_bidang(nyata):
    """Pergeseran mengubah pagunya, satu sub kegiatan pindah bidang, satu lagi belum ditugaskan."""
    merangin = Kabupaten.objects.get(kode="15.02")
    PerjanjianKinerja.objects.all().delete()  # draf demo
    naskah = semua_bidang(merangin)
    pkk(merangin).update(penanggung_jawab=naskah[0].bidang)
    semua = SubKegiatan.objects.in_pohon(merangin, 2024).filter(pagu__gt=0, induk=None)
    naik, turun, pindah, lepas = semua.exclude(pagu=PKK).order_by("-pagu")[:4]
    for sub, selisih in ((naik, 7_000_000), (turun, -9_500_000)):
        SubKegiatan.objects.filter(pk=sub.pk).update(pagu_perubahan=sub.pagu + selisih)
    lain = next(pk.bidang for pk in naskah if pk.bidang != pindah.penanggung_jawab)
    SubKegiatan.objects.filter(pk=pindah.pk).update(penanggung_jawab=lain)
    kini = DPA - 2_500_000
    assert TahunKinerja(merangin, 2024).anggaran.pagu == kini
    assert sum(isi_naskah(pk).jumlah for pk in naskah) == kini
    SubKegiatan.objects.filter(pk=lepas.pk).update(penanggung_jawab=None)
    assert sum(isi_naskah(pk).jumlah for pk in naskah) == kini - lepas.pagu
    sebaran = sebaran_pagu(naskah[0], TahunKinerja(merangin, 2024))
    assert [satu.pagu for satu in sebaran.belum] == [None, lepas.pagu]
    assert sebaran.jumlah == kini
