"""Metode dan asal angka LKjIP: rumus, target akhir dan sumber yang memang dipakai."""

from dataclasses import replace

import pytest
from django.template.loader import render_to_string

from kinerja.models import Program
from kinerja.naskah.lkjip.reports.lkjip import rumus
from kinerja.naskah.lkjip.reports.tabel_capaian import tabel_jangka_menengah, tabel_renstra
from kinerja.tahun.sources import SOURCES
from kinerja.tahun.tahun_kinerja import TahunKinerja
from tests.factories import make_indikator, make_lkjip, make_program, make_target
from tests.kinerja.naskah.lkjip.test_naskah_awal import diukur, iku, naskah

pytestmark = pytest.mark.django_db


def test_rumus_yang_dipakai_saja(banyuasin):
    """Yang digambar pada metode; tanpa indikator rumus yang lazim."""
    assert rumus(TahunKinerja(banyuasin, 2023).pengukuran) == ("naik",)
    iku(banyuasin, "Waktu layanan", arah="balik")
    make_indikator(banyuasin, jenis="ikk", nama="Desa maju")
    assert rumus(TahunKinerja(banyuasin, 2023).pengukuran) == ("naik", "balik")


def test_target_akhir_yang_belum_ada_tidak_disebut(banyuasin):
    diukur(iku(banyuasin, "Desa maju"), "10", "10", 2018)
    assert "target akhir" not in naskah(banyuasin, 2018)["metode"]
    pengukuran = TahunKinerja(banyuasin, 2018).pengukuran
    assert tabel_jangka_menengah(pengukuran, "iku") == ()


def test_ringkasan_renstra_sampai_tahun_terakhirnya(banyuasin):
    """Juga tahun sesudah laporannya, sepanjang ada targetnya."""
    satu = iku(banyuasin, "Desa maju")
    diukur(satu, "10", "10", 2018)
    make_target(satu, "40", tahun=2023)
    tabel = tabel_renstra(TahunKinerja(banyuasin, 2018).pengukuran)
    assert tabel.tahun == (2018, 2023)


def test_asal_realisasi_menurut_sumbernya(banyuasin):
    iku(banyuasin, "Dihitung", sumber=next(iter(SOURCES)))
    dihitung = naskah(banyuasin)["capaian_pengantar"]
    assert "Realisasi setiap indikator dihitung langsung dari data desa" in dihitung
    iku(banyuasin, "Dilaporkan")
    assert "data itu. Realisasi lainnya" in naskah(banyuasin)["capaian_pengantar"]


def test_target_akhir_yang_jauh_tanpa_persen_negatif(banyuasin):
    turun = iku(banyuasin, "Desa tertinggal", satuan="desa", arah="turun", desimal=0)
    diukur(turun, "40", "45", 2018)
    make_target(turun, "5", tahun=2023)
    isi = naskah(banyuasin, 2018)
    akhir = "Target akhir Renstra 2018–2023 adalah 5 desa, masih jauh dari hasil itu."
    assert akhir in isi["analisis"]
    assert "setara -" not in isi["analisis"]


def test_tidak_satu_pun_tercapai_dan_tanpa_penunjang(banyuasin):
    for nama in ("Satu", "Dua"):
        diukur(iku(banyuasin, nama), "10", "1")
    urusan = make_program(banyuasin, kode="2.13.02", pagu_tercetak=10, realisasi_tercetak=9)
    kalimat = "membiayai seluruh program dinas, sedangkan"
    isi = naskah(banyuasin)
    assert "Tidak satu pun dari 2 indikator kinerja utama" in isi["capaian_pengantar"]
    assert kalimat in isi["efisiensi"]
    Program.objects.filter(pk=urusan.pk).update(kode="2.13.01")
    assert "dinas, termasuk penunjang urusan, sedangkan" in naskah(banyuasin)["efisiensi"]


def test_asal_yang_sama_disebut_sekali(banyuasin):
    """Yang berlainan tetap disebut tiap indikatornya."""
    for jenis in ("iku", "ikk"):
        diukur(make_indikator(banyuasin, jenis=jenis), "10", "5")
    lkjip = make_lkjip(banyuasin)
    assert lkjip.reading().isi.asal_bersama == "isian staf"
    iku(banyuasin, "Belum terisi")
    assert lkjip.reading().isi.asal_bersama == ""


def test_sampul_berlambang_bila_ada(banyuasin):
    lkjip = make_lkjip(banyuasin)
    sampul = "kinerja/naskah/lkjip/_sampul.html"
    isi = lkjip.reading().isi
    assert "sampul-logo" not in render_to_string(sampul, {"p": isi})
    berlogo = replace(isi, dinas=replace(isi.dinas, logo="data:image/png;base64,AA=="))
    assert 'class="sampul-logo" src="data:image/png' in render_to_string(sampul, {"p": berlogo})
