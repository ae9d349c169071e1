"""Jalan wilayah, kerja sama, lembaga dan IKK."""

from django.urls import path

from core.halaman import halaman_urls
from documents.urls import grid_urls, impor_urls
from documents.views.bukti import BuktiDownload
from villages import grids
from villages.halaman import apbdes, ikk, kerja_sama, lembaga, wilayah
from villages.models import DokumenKerjaSama
from villages.penerima import KodeWilayah
from villages.views import apbdes as apbdes_views
from villages.views import kerja_sama as kerja_sama_views
from villages.views import lembaga as lembaga_views
from villages.views import peta
from villages.views import wilayah as wilayah_views

app_name = "villages"
wilayah_patterns = [
    path("peta/", peta.peta, name="peta"),
    path("peta/batas/", peta.LoadBatas.as_view(), name="batasdesa_load"),
    *impor_urls(KodeWilayah, prefix="desa/impor/", nama="desa", app="villages"),
    path("alias/cocokkan/", wilayah_views.Cocokkan.as_view(), name="aliasnama_cocok"),
    *halaman_urls(*wilayah.HALAMAN),
]
kerja_sama_patterns = [
    *grid_urls(
        grids.KerjaSamaGrid,
        prefix="kerja-sama/formulir/",
        nama="kerjasama_grid",
        app="villages",
        template_name="villages/kerjasama_grid.html",
    ),
    path("kerja-sama/angka/", kerja_sama_views.angka_kerja_sama, name="kerjasama_angka"),
    path("kerja-sama/formulir/cetak/", kerja_sama_views.formulir_xlsx, name="kerjasama_cetak"),
    path("kerja-sama/salin/", kerja_sama_views.CopyKerjaSama.as_view(), name="kerjasama_copy"),
    path(
        "dokumen-kerja-sama/<int:pk>/unduh/",
        BuktiDownload.as_view(model=DokumenKerjaSama),
        name="dokumenkerjasama_download",
    ),
    *halaman_urls(*kerja_sama.HALAMAN),
]
lembaga_patterns = [
    *grid_urls(
        grids.RekapLembagaGrid,
        prefix="lembaga/isian/",
        nama="rekaplembaga_grid",
        app="villages",
    ),
    *grid_urls(
        grids.RincianLembagaGrid,
        prefix="lembaga/rincian/isian/",
        nama="rincianlembaga_grid",
        app="villages",
    ),
    *grid_urls(grids.KegiatanPkkGrid, prefix="pkk/isian/", nama="kegiatanpkk_grid", app="villages"),
    *grid_urls(grids.KoperasiGrid, prefix="koperasi/isian/", nama="koperasi_grid", app="villages"),
    *grid_urls(grids.PosyanduGrid, prefix="posyandu/isian/", nama="posyandu_grid", app="villages"),
    path("lembaga/koperasi-posyandu/", lembaga_views.kelembagaan, name="kelembagaan"),
    path(
        "lembaga/koperasi-posyandu/xlsx/", lembaga_views.kelembagaan_xlsx, name="kelembagaan_xlsx"
    ),
    path("lembaga/kelengkapan/", lembaga_views.kelengkapan_lembaga, name="kelengkapan"),
    path(
        "register-lembaga/sk-berakhir/",
        lembaga_views.SkBerakhir.as_view(
            model=lembaga.REGISTER.model,
            table_class=lembaga.REGISTER.table_class,
            filterset_class=lembaga.REGISTER.filterset_class,
        ),
        name="lembaga_berakhir",
    ),
    *halaman_urls(*lembaga.HALAMAN),
]
apbdes_patterns = [
    *grid_urls(
        grids.AnggaranDesaGrid,
        prefix="apbdes/isian/",
        nama="anggarandesa_grid",
        app="villages",
        template_name="villages/apbdes_grid.html",
    ),
    *grid_urls(
        grids.RekeningGrid,
        prefix="apbdes/desa/isian/",
        nama="rekening_grid",
        app="villages",
        template_name="villages/apbdes_grid.html",
    ),
    path("apbdes/", apbdes_views.rekap, name="apbdes"),
    path("apbdes/pdf/", apbdes_views.rekap_pdf, name="apbdes_pdf"),
    path("apbdes/xlsx/", apbdes_views.rekap_xlsx, name="apbdes_xlsx"),
    path("apbdes/desa/<int:pk>/", apbdes_views.ApbdesDesa.as_view(), name="apbdes_desa"),
    *halaman_urls(*apbdes.HALAMAN),
]
urlpatterns = [
    *wilayah_patterns,
    *kerja_sama_patterns,
    *lembaga_patterns,
    *apbdes_patterns,
    *halaman_urls(*ikk.HALAMAN),
]
