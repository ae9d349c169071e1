"""Jalan penyusunan kembali naskah LKjIP, dan langkah tiap bagiannya."""

from django.urls import path

from kinerja.models import BagianLkjip, Lkjip
from kinerja.naskah.lkjip import views

LANGKAH = {"susun": "susun", "salin": "copy", "siap": "ready"}  # langkah → nama jalannya
urlpatterns = [
    path("lkjip/<int:pk>/isi-wajib/", views.IsiWajib.as_view(model=Lkjip), name="lkjip_wajib"),
    path("lkjip/<int:pk>/susun/", views.SusunLkjip.as_view(model=Lkjip), name="lkjip_susun"),
    *[
        path(
            f"lkjip/bagian/<int:pk>/{langkah}/",
            views.LangkahBagian.as_view(model=BagianLkjip, langkah=langkah),
            name=f"bagianlkjip_{nama}",
        )
        for langkah, nama in LANGKAH.items()
    ],
]
