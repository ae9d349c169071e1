"""Jalan target, realisasi, pengukuran triwulan dan buktinya."""

from django.urls import path

from core.halaman import halaman_urls
from documents.urls import grid_urls
from documents.views.bukti import BuktiDownload
from kinerja.models import BuktiPengukuran, BuktiRealisasi
from kinerja.pengukuran import grids
from kinerja.pengukuran.halaman import HALAMAN

urlpatterns = [
    *halaman_urls(*HALAMAN),
    path(
        "bukti/<int:pk>/unduh/",
        BuktiDownload.as_view(model=BuktiRealisasi),
        name="buktirealisasi_download",
    ),
    path(
        "bukti-pengukuran/<int:pk>/unduh/",
        BuktiDownload.as_view(model=BuktiPengukuran),
        name="buktipengukuran_download",
    ),
    *grid_urls(grids.EvaluasiGrid, prefix="evaluasi/", nama="evaluasi_grid", app="kinerja"),
]
