"""Jalan meja reviu."""

from django.urls import path
from django.views.decorators.http import require_POST

from kinerja.models import PedomanReviu, Rekomendasi, Reviu
from kinerja.reviu import views

urlpatterns = [
    path(
        "reviu/<int:pk>/isi/", require_POST(views.IsiReviu.as_view(model=Reviu)), name="reviu_isi"
    ),
    path("reviu/<int:pk>/angka/", views.AngkaReviu.as_view(model=Reviu), name="reviu_angka"),
    path(
        "reviu/<int:pk>/angka/xlsx/",
        views.AngkaReviuLembar.as_view(model=Reviu),
        name="reviu_angka_xlsx",
    ),
    path(
        "pedoman-reviu/<int:pk>/salin/",
        require_POST(views.CopyPedoman.as_view(model=PedomanReviu)),
        name="pedomanreviu_copy",
    ),
    path(
        "rekomendasi/komitmen/",
        views.Komitmen.as_view(model=Rekomendasi),
        name="rekomendasi_komitmen",
    ),
]
