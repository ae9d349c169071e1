"""Jalan Renstra, indikator, pohon program, rencana aksi dan acuannya."""

from django.urls import path

from core.halaman import halaman_urls
from documents.urls import grid_urls
from kinerja.perencanaan import grids
from kinerja.perencanaan.halaman import BERSAMA, POHON, RENSTRA
from kinerja.perencanaan.views.pohon import pohon, pohon_pdf, pohon_xlsx
from kinerja.perencanaan.views.salin import SalinTahun

urlpatterns = [
    path("pohon/", pohon, name="pohon"),
    path("pohon/xlsx/", pohon_xlsx, name="pohon_xlsx"),
    path("pohon/pdf/", pohon_pdf, name="pohon_pdf"),
    path("salin-tahun/", SalinTahun.as_view(), name="salin_tahun"),
    *halaman_urls(*RENSTRA, *POHON, *BERSAMA),
    *grid_urls(
        grids.RencanaAksiGrid, prefix="rencana-aksi/", name="rencanaaksi_grid", app="kinerja"
    ),
    *grid_urls(
        grids.TargetBarisGrid, prefix="target-baris/", name="targetbaris_grid", app="kinerja"
    ),
    *grid_urls(grids.PenanggungGrid, prefix="penanggung/", name="penanggung_grid", app="kinerja"),
]
