"""Jalan angka terbuka."""

from django.urls import path

from kinerja.terbuka import views

urlpatterns = [
    path("", views.daftar, name="daftar"),
    path("<str:kode>/", views.kantor, name="kantor"),
    path("<str:kode>/angka.csv", views.unduh, {"bentuk": "csv"}, name="csv"),
    path("<str:kode>/angka.json", views.unduh, {"bentuk": "json"}, name="json"),
]
