"""Jalan buku kerja setahun."""

from django.urls import path

from documents.urls import impor_urls
from kinerja.buku.penerima import BukuKerja
from kinerja.buku.views import BukuUnduh
from kinerja.models import Program

urlpatterns = [
    path("buku-kerja/xlsx/", BukuUnduh.as_view(model=Program), name="buku_xlsx"),
    *impor_urls(
        BukuKerja,
        prefix="buku-kerja/",
        name="buku",
        app="kinerja",
        templat="kinerja:buku_xlsx",
    ),
]
