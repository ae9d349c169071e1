"""Realisasi sub kegiatan tanpa pagu ikut jumlahnya, tidak ikut persen dan sisanya, di mana pun."""

import re
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Bidang, Kabupaten, User
from documents.printing import print_html
from kinerja.aturan.ujaran import REALISASI, SERAPAN, SISA
from kinerja.dasbor.reports.saringan import Saringan
from kinerja.dasbor.reports.uang import penyerapan
from kinerja.models import NaskahKinerja, PengukuranSub, SubKegiatan
from kinerja.naskah.lkjip.actions import create_lkjip
from kinerja.pengukuran.grids.evaluasi import EvaluasiGrid
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.terbuka.reports import indikator, rencana
from kinerja.uji.checks.subjek import SISA_PERSEN
from kinerja.uji.checks.subjek_lain import SubjekUang

pytestmark = pytest.mark.django_db
TANPA_PAGU = ("2.13.01.2.08.0001", "2.13.02.2.01.0001")  # demikian pada naskah sumbernya
LUAR = 2_500_000_000
PAGU = Decimal(8_790_633_125)
SISANYA = PAGU * 4 / 10
CATATAN = "Realisasinya ikut dijumlahkan; penyerapannya atas pagu yang diketahui saja."


@pytest.fixture
def merangin(nyata):
    """Tiap baris berpagu terealisasi 60 % pada triwulan IV, tiap yang tanpa pagu `LUAR`."""
    kabupaten = Kabupaten.objects.get(kode="15.02")
    PengukuranSub.objects.update(keuangan=0)
    for sub in SubKegiatan.objects.in_pohon(kabupaten, 2024):
        keuangan = LUAR
        if sub.pagu_berlaku is not None:
            keuangan = sub.pagu_berlaku * 6 / 10
        sub.pengukuran.create(triwulan=4, keuangan=keuangan)
    return kabupaten


def isi_naskah(kabupaten, jenis):
    triwulan = 4 if jenis in NaskahKinerja.BERTRIWULAN else 0
    naskah = NaskahKinerja(kabupaten=kabupaten, tahun=2024, jenis=jenis, triwulan=triwulan)
    return naskah.reading().isi


def test_anggaran_dan_pohon(merangin):
    kinerja = TahunKinerja(merangin, 2024)
    anggaran = kinerja.anggaran
    terserap = anggaran.terserap
    assert anggaran.realisasi == PAGU - SISANYA + 2 * LUAR
    assert (terserap.persen, terserap.sisa, terserap.sisa_persen) == (60, SISANYA, 40)
    assert {uang.terserap.persen for uang in anggaran.baris if uang.pagu} == {60}
    pohon = kinerja.pohon
    for simpul in pohon.baris:
        assert simpul.evaluasi.persen.rp == (60 if simpul.pagu else None), simpul.obj
    assert (pohon.total.jumlah.rp, pohon.total.persen.rp) == (anggaran.realisasi, 60)
    assert pohon.terlapor.persen == 60
    assert {kinerja.efisiensi.program[uang.program.pk].serapan for uang in anggaran.baris} == {
        60,
        None,
    }
    assert kinerja.efisiensi.total.serapan == 60
    assert kinerja.rujukan["anggaran.persen"].nilai == 60
    assert kinerja.rujukan["anggaran.sisa"].nilai == SISANYA
    assert kinerja.rujukan["program.2.13.01.persen"].nilai == 60


@pytest.mark.parametrize("triwulan", [0, 4])
def test_dasbor(merangin, triwulan):
    """Seluruh dinas, dan tiap bidang yang menyaringnya."""
    kinerja = TahunKinerja(merangin, 2024)
    for bidang in (None, *Bidang.objects.filter(perangkat_daerah=merangin.dinas)):
        uang = penyerapan(kinerja, Saringan(2024, triwulan, bidang))
        for satu in (*(baris.serapan for baris in uang.baris), uang.jumlah):
            assert satu.persen == (60 if satu.pagu else None), satu
    assert penyerapan(kinerja).sisa == SISANYA


def test_naskah_dan_angka_terbukanya(merangin):
    evaluasi = isi_naskah(merangin, "evaluasi")
    e81 = isi_naskah(merangin, "e81")
    for baris in (*evaluasi.baris, *e81.baris, evaluasi.total):
        assert baris.persen.rp == (60 if baris.target.rp else None), baris
    capaian = isi_naskah(merangin, "capaian")
    assert capaian.anggaran.persen == 60
    for isi in (evaluasi.catatan_pagu, capaian.anggaran.catatan_pagu):
        assert isi.endswith(CATATAN)
    terbuka = (*rencana.evaluasi(evaluasi), *rencana.evaluasi(e81), *indikator.capaian(capaian))
    serapan = [a.angka.nilai for b in terbuka for a in b.angka if a.ukuran == "penyerapan"]
    assert set(serapan) == {Decimal(60), None}


def test_catatannya_hanya_bila_ada_realisasinya(merangin):
    """Sampai triwulan yang belum memuatnya, dan sesudah pagunya diketahui, tidak disebut."""
    pohon = TahunKinerja(merangin, 2024).pohon
    assert pohon.catatan_serapan().endswith(CATATAN)
    assert pohon.catatan_serapan(3) == pohon.catatan_pagu
    SubKegiatan.objects.filter(kode__in=TANPA_PAGU).update(pagu=LUAR)
    assert TahunKinerja(merangin, 2024).pohon.catatan_serapan() == ""


def test_lkjip(merangin):
    """Sampul, tabel, kalimat dan analisisnya."""
    lkjip = create_lkjip(kabupaten=merangin, tahun=2024, by="uji")
    isi = lkjip.reading().isi
    uang = isi.keuangan
    assert (uang.persen, uang.sisa, uang.sisa_persen) == (60, SISANYA, 40)
    pendukung = [satu for analisis in isi.analisis for satu in analisis.program]
    assert {satu.persen for satu in (*uang.baris, *pendukung) if satu.pagu} == {60}
    html = print_html(lkjip)
    assert html.count(CATATAN) >= 3
    assert re.search(r"<strong>60(,00)? %</strong>\s*<span>penyerapan anggaran", html)
    assert "116,88" not in html  # seluruh realisasi terhadap pagu yang diketahui


def test_kisi_evaluasi_dan_daftar_program(merangin):
    operator = User.objects.get(username="operator.merangin")
    for bidang in (None, *Bidang.objects.filter(perangkat_daerah=merangin.dinas)):
        kisi = EvaluasiGrid(operator, 2024, {"bidang": str(bidang.pk)} if bidang else {})
        jumlah = kisi.totals(kisi.rows())
        assert jumlah["persen_rp"] == ("—" if jumlah["pagu"] == "—" else "60,00"), bidang
    client = Client()
    client.force_login(operator)
    tabel = client.get(f"{reverse('kinerja:program_list')}?tahun=2024").context["table"]
    assert tabel.totals["serapan"] == 60


def test_kalimat_dibandingkan_dengan_baris_yang_sama(merangin):
    """V11 menghitung seperti naskahnya, setahun maupun satu triwulan."""
    kinerja = TahunKinerja(merangin, 2024)
    for subjek in (SubjekUang(kinerja, ""), SubjekUang(kinerja, "", 4)):
        assert subjek.nilai(REALISASI, 2024) == kinerja.anggaran.realisasi
        assert subjek.nilai(SERAPAN, 2024) == 60
        assert subjek.nilai(SISA, 2024) == SISANYA
        assert subjek.nilai(SISA_PERSEN, 2024) == 40
    assert SubjekUang(kinerja, "2.13.01").nilai(SERAPAN, 2024) == 60


def test_pagu_pada_baris_lain_sub_kegiatan_yang_sama(merangin):
    """Baris indikator tambahan tanpa pagu tetap sebanding bila baris utamanya berpagu."""
    tambahan = SubKegiatan.objects.exclude(induk=None).get(kegiatan__program__tahun=2024)
    SubKegiatan.objects.filter(pk=tambahan.pk).update(pagu=None, pagu_perubahan=None)
    kinerja = TahunKinerja(merangin, 2024)
    (uang,) = (satu for satu in kinerja.anggaran.baris if satu.program.kode == "2.13.04")
    (simpul,) = (satu for satu in kinerja.pohon.program if satu.obj == uang.program)
    assert uang.tanpa_pagu == 0
    assert uang.sebanding == uang.realisasi == simpul.evaluasi.sebanding
    assert simpul.evaluasi.sampai(4).serapan == simpul.evaluasi.serapan
