"""Jalan buku kerja setahun."""

from django.urls import path

from accounts.models import Pejabat
from documents.urls import impor_urls
from kinerja.buku.penerima import BukuKantor, BukuKerja
from kinerja.buku.views import BukuUnduh
from kinerja.models import Program

urlpatterns = [
    path("buku-kerja/xlsx/", BukuUnduh.as_view(model=Program), name="buku_xlsx"),
    *impor_urls(
        BukuKerja,
        prefix="buku-kerja/",
        nama="buku",
        app="kinerja",
        templat="kinerja:buku_xlsx",
    ),
    path(
        "bidang-pejabat/xlsx/",
        BukuUnduh.as_view(model=Pejabat, penerima=BukuKantor, nama="bidang-dan-pejabat"),
        name="kantor_xlsx",
    ),
    *impor_urls(
        BukuKantor,
        prefix="bidang-pejabat/",
        nama="kantor",
        app="kinerja",
        templat="kinerja:kantor_xlsx",
    ),
]
