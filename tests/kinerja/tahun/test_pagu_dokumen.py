"""Pagu dan realisasi menurut dokumen di samping rinciannya: satu angka, tidak pernah negatif."""

from decimal import Decimal

import pytest

from accounts.models import Bidang
from core.audit import Refused
from kinerja.aturan.wajar import BERPAGU_KOSONG, LEBIH
from kinerja.models import Kegiatan, PerjanjianKinerja, Program, SubKegiatan
from kinerja.naskah.perjanjian.reports.sebaran import sebaran_pagu
from kinerja.perencanaan.reports.pohon import isi_pohon
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.versi_pagu import rincian
from kinerja.uji.checks import v01_uang
from tests import factories
from tests.kinerja.perencanaan.test_dpa import dpa_tercatat

pytestmark = pytest.mark.django_db
TERINCI = "terinci Rp 100 dari Rp 1.000"


@pytest.fixture
def program(banyuasin):
    """Pagu menurut dokumen Rp 1.000; satu sub kegiatannya Rp 100."""
    sub = factories.make_sub(banyuasin, 2024, pagu=Decimal(100))
    Program.objects.update(is_rinci=False, pagu_tercetak=1000)
    return sub.kegiatan.program


def sebelah(program, **uang):
    """Kegiatan lain dengan uang menurut dokumennya, tanpa sub kegiatan."""
    return Kegiatan.objects.create(program=program, kode="2.13.04.2.02", nama="Sebelah", **uang)


def test_terinci_satu_angka_pada_kepala_dan_barisnya(banyuasin, program):
    """Kegiatan yang pagunya menurut dokumen belum terinci sampai sub kegiatan."""
    sebelah(program, pagu_tercetak=300)
    kinerja = TahunKinerja(banyuasin, 2024)
    (satu,) = kinerja.pohon.program
    assert (isi_pohon(kinerja).terinci, satu.kalimat_rinci) == (TERINCI, TERINCI)
    assert f"Pagu baru {TERINCI}." in [t.pesan for t in v01_uang.check(None, kinerja, None).temuan]


@pytest.mark.parametrize(
    ("pagu", "realisasi", "pesan"),
    [(300, 400, LEBIH), (None, 400, BERPAGU_KOSONG), (300, 300, ""), (300, None, "")],
)
def test_realisasi_kegiatan_menurut_dokumen_dihadapkan_dengan_pagunya(
    banyuasin, program, pagu, realisasi, pesan
):
    """Disebut seperti pada sub kegiatan; angka dokumennya tampak pada barisnya."""
    kegiatan = sebelah(program, pagu_tercetak=pagu, realisasi_tercetak=realisasi)
    kinerja = TahunKinerja(banyuasin, 2024)
    simpul = next(s for s in kinerja.pohon.baris if s.obj == kegiatan)
    assert simpul.evaluasi.jumlah.rp == realisasi
    ditemukan = v01_uang.check(None, kinerja, None).temuan
    disebut = [temuan.pesan for temuan in ditemukan if temuan.tempat == str(kegiatan)]
    assert disebut == [pesan] * bool(pesan)


def test_realisasi_dokumen_kegiatan_lain_dari_jumlah_sub_kegiatannya(banyuasin, program):
    """Pagunya dijumlahkan, jadi realisasinya pun; dokumennya pembanding."""
    program.kegiatan_set.get().subkegiatan_set.update(realisasi=60)
    program.kegiatan_set.update(realisasi_tercetak=70)
    kinerja = TahunKinerja(banyuasin, 2024)
    temuan = v01_uang.check(None, kinerja, None).temuan
    assert ("Rp 70", "Rp 60") in {(t.tercetak, t.dihitung) for t in temuan}
    assert kinerja.pohon.baris[1].evaluasi.jumlah.rp == 60


def test_rincian_yang_melebihi_pagu_dokumen_menahan_dan_tidak_menjadi_baris_negatif(
    banyuasin, program
):
    """Kedua jumlahnya disebut pada perjanjian, halamannya, dan saat DPA dicatat."""
    Program.objects.update(pagu_tercetak=40)
    bidang = Bidang.objects.create(perangkat_daerah=banyuasin.dinas, nama="Bidang Uji")
    for model in (Program, Kegiatan, SubKegiatan):
        model.objects.update(penanggung_jawab=bidang)
    pertama = factories.make_pejabat(banyuasin, nama="Pertama", is_kepala=False)
    pk = PerjanjianKinerja.objects.create(
        kabupaten=banyuasin,
        tahun=2024,
        tingkat="III",
        bidang=bidang,
        pihak_pertama=pertama,
        pihak_kedua=factories.make_pejabat(banyuasin),
    )
    reading = pk.reading()
    assert [satu.pagu for satu in reading.isi.anggaran] == [100]
    (menahan,) = [temuan for temuan in reading.temuan if temuan.is_blocking]
    assert (menahan.kelas, menahan.tercetak, menahan.dihitung) == ("V1", "Rp 40", "Rp 100")
    assert menahan.pesan == "Rincian 2.13.04 Rp 100, melebihi pagunya menurut dokumen Rp 40."
    kinerja = TahunKinerja(banyuasin, 2024)
    sebaran = sebaran_pagu(pk, kinerja)
    assert (sebaran.pagu, sebaran.jumlah, sebaran.lebih_rinci) == (40, 100, menahan.pesan)
    assert [row["pagu"] for row in rincian(kinerja.pohon, is_murni=False)] == ["100"]
    with pytest.raises(Refused, match="melebihi pagunya menurut dokumen Rp 40"):
        dpa_tercatat(banyuasin, "murni", 2)
    Program.objects.update(pagu_tercetak=100)
    assert not [temuan for temuan in pk.reading().temuan if temuan.is_blocking]
