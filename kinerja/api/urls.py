"""Jalan API; tiap sumber satu jalan."""

from django.urls import path

from kinerja.api import views
from kinerja.api.halaman import SUMBER

urlpatterns = [
    path("", views.petunjuk, {"semua": SUMBER}, name="petunjuk"),
    path("openapi.json", views.dokumen, {"semua": SUMBER}, name="dokumen"),
    *[path(f"v1/{satu.nama}", views.sumber, {"sumber": satu}, name=satu.nama) for satu in SUMBER],
    path("<path:sisa>", views.tidak_ada, name="tidak_ada"),
]
