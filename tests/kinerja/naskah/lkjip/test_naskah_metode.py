"""Metode dan asal angka LKjIP: rumus, target akhir dan sumber yang memang dipakai."""

import pytest

from kinerja.naskah.lkjip.reports.lkjip import rumus
from kinerja.naskah.lkjip.reports.tabel_capaian import tabel_jangka_menengah, tabel_renstra
from kinerja.tahun.sources import SOURCES
from kinerja.tahun.tahun_kinerja import TahunKinerja
from tests.factories import make_indikator, make_target
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
