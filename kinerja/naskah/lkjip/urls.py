"""Jalan penyusunan kembali dan penyalinan naskah LKjIP."""

from django.urls import path

from kinerja.models import BagianLkjip, Lkjip
from kinerja.naskah.lkjip import views

urlpatterns = [
    path("lkjip/<int:pk>/isi-wajib/", views.IsiWajib.as_view(model=Lkjip), name="lkjip_wajib"),
    path("lkjip/<int:pk>/susun/", views.SusunLkjip.as_view(model=Lkjip), name="lkjip_susun"),
    path(
        "lkjip/bagian/<int:pk>/susun/",
        views.SusunBagian.as_view(model=BagianLkjip),
        name="bagianlkjip_susun",
    ),
    path(
        "lkjip/bagian/<int:pk>/salin/",
        views.SalinBagian.as_view(model=BagianLkjip),
        name="bagianlkjip_copy",
    ),
]
