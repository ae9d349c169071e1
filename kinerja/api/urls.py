"""Jalan API; tiap koleksi satu jalan."""

from django.urls import path

from kinerja.api import views
from kinerja.api.halaman import KOLEKSI

urlpatterns = [
    path("", views.petunjuk, {"semua": KOLEKSI}, name="petunjuk"),
    path("openapi.json", views.dokumen, {"semua": KOLEKSI}, name="dokumen"),
    *[
        path(f"v1/{satu.nama}", views.koleksi, {"koleksi": satu}, name=satu.nama)
        for satu in KOLEKSI
    ],
    path("<path:sisa>", views.tidak_ada, name="tidak_ada"),
]
