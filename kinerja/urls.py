"""Jalan semua kamar kinerja."""

from kinerja.dasbor.urls import urlpatterns as dasbor
from kinerja.naskah.urls import urlpatterns as naskah
from kinerja.pengukuran.urls import urlpatterns as pengukuran
from kinerja.perencanaan.urls import urlpatterns as perencanaan
from kinerja.reviu.urls import urlpatterns as reviu
from kinerja.uji.urls import urlpatterns as uji

app_name = "kinerja"
urlpatterns = [*dasbor, *perencanaan, *pengukuran, *reviu, *uji, *naskah]
