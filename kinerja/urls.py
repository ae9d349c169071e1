"""Jalan semua kamar kinerja."""

from core.halaman import halaman_urls
from kinerja.akip.halaman import HALAMAN as AKIP
from kinerja.akip.urls import urlpatterns as akip
from kinerja.buku.urls import urlpatterns as buku
from kinerja.dasbor.urls import urlpatterns as dasbor
from kinerja.definisi.urls import urlpatterns as definisi
from kinerja.naskah.halaman import HALAMAN as NASKAH
from kinerja.naskah.lkjip.urls import urlpatterns as lkjip
from kinerja.pengukuran.urls import urlpatterns as pengukuran
from kinerja.perencanaan.urls import urlpatterns as perencanaan
from kinerja.reviu.halaman import HALAMAN as REVIU
from kinerja.reviu.urls import urlpatterns as reviu
from kinerja.uji.halaman import HALAMAN as UJI

app_name = "kinerja"
urlpatterns = [
    *dasbor,
    *buku,
    *definisi,
    *perencanaan,
    *pengukuran,
    *lkjip,
    *reviu,
    *akip,
    *halaman_urls(*REVIU, *AKIP, *UJI, *NASKAH),
]
