"""Jalan Renstra, indikator, pohon program, rencana aksi dan acuannya."""

from django.urls import path

from core.halaman import halaman_urls
from documents.urls import grid_urls, impor_urls
from kinerja.perencanaan import grids
from kinerja.perencanaan.halaman import BERSAMA, POHON, RENSTRA
from kinerja.perencanaan.penerima import EdisiLembar
from kinerja.perencanaan.views import copy, usul
from kinerja.perencanaan.views.ambil import AmbilIndikator
from kinerja.perencanaan.views.indikator import AlamatAngka
from kinerja.perencanaan.views.nomenklatur import PilihNomenklatur
from kinerja.perencanaan.views.pohon import pohon, pohon_pdf, pohon_xlsx

urlpatterns = [
    path("angka/", AlamatAngka.as_view(), name="angka"),
    path("pohon/", pohon, name="pohon"),
    path("pohon/xlsx/", pohon_xlsx, name="pohon_xlsx"),
    path("pohon/pdf/", pohon_pdf, name="pohon_pdf"),
    path("usul-langkah/", usul.usul_langkah, name="usul_langkah"),
    path("usul-langkah/xlsx/", usul.usul_langkah_xlsx, name="usul_langkah_xlsx"),
    path("usul-langkah/ambil/", usul.usul_create, name="usul_create"),
    path("buka-tahun/", copy.PembukaanTahun.as_view(), name="buka_tahun"),
    path(
        "buka-tahun/naskah/",
        copy.PrepareNaskah.as_view(),
        name="buka_tahun_naskah",
    ),
    path("salin-tahun/", copy.CopyTahun.as_view(), name="copy_tahun"),
    path("salin-tahun/urung/", copy.UndoCopy.as_view(), name="undo_copy"),
    path(
        "periode/<int:pk>/ambil/",
        AmbilIndikator.as_view(),
        name="perioderenstra_ambil",
    ),
    path(
        "nomenklatur/pilih/",
        PilihNomenklatur.as_view(),
        name="nomenklatur_pilih",
    ),
    *impor_urls(
        EdisiLembar,
        prefix="nomenklatur/muat/",
        nama="nomenklatur",
        app="kinerja",
    ),
    *halaman_urls(*RENSTRA, *POHON, *BERSAMA),
    *grid_urls(
        grids.RencanaAksiGrid,
        prefix="rencana-aksi/",
        nama="rencanaaksi_grid",
        app="kinerja",
    ),
    *grid_urls(
        grids.TargetBarisGrid,
        prefix="target-baris/",
        nama="targetbaris_grid",
        app="kinerja",
    ),
    *grid_urls(
        grids.PenanggungGrid,
        prefix="penanggung/",
        nama="penanggung_grid",
        app="kinerja",
    ),
    *grid_urls(
        grids.VersiPaguGrid,
        prefix="dpa/pagu/",
        nama="versipagu_grid",
        app="kinerja",
    ),
]
