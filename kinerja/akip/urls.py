"""Jalan lembar kerja evaluasi AKIP."""

from django.urls import path
from django.views.decorators.http import require_POST

from documents.views.bukti import BuktiDownload
from kinerja.akip import views
from kinerja.models import BuktiAkip, EvaluasiAkip, PedomanAkip
from kinerja.reviu.views import CopyPedoman

urlpatterns = [
    path(
        "evaluasi-akip/<int:pk>/isi/",
        require_POST(views.IsiAkip.as_view(model=EvaluasiAkip)),
        name="evaluasiakip_isi",
    ),
    path(
        "evaluasi-akip/<int:pk>/rekomendasi/",
        require_POST(views.Recommend.as_view(model=EvaluasiAkip)),
        name="evaluasiakip_rekomendasi",
    ),
    path(
        "pedoman-akip/<int:pk>/salin/",
        require_POST(CopyPedoman.as_view(model=PedomanAkip)),
        name="pedomanakip_copy",
    ),
    path(
        "bukti-akip/<int:pk>/unduh/",
        BuktiDownload.as_view(model=BuktiAkip),
        name="buktiakip_download",
    ),
]
