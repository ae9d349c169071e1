"""Jalan definisi tersimpan dan penggantiannya."""

from django.urls import path

from core.halaman import halaman_urls
from kinerja.definisi import views
from kinerja.definisi.halaman import HALAMAN
from kinerja.models import DefinisiTahun, Indikator

urlpatterns = [
    *halaman_urls(*HALAMAN),
    path(
        "definisi-tahun/buka/",
        views.BukaTahun.as_view(model=DefinisiTahun),
        name="definisi_buka",
    ),
    path(
        "definisi-tahun/<int:pk>/batalkan/",
        views.BatalkanDefinisi.as_view(model=DefinisiTahun),
        name="definisi_batalkan",
    ),
    path(
        "indikator/<int:pk>/terapkan-definisi/",
        views.ApplyDefinisi.as_view(model=Indikator),
        name="apply_definisi",
    ),
]
