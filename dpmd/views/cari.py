"""Mencari apa saja dari satu kotak, dan semua halaman yang tidak dimuat menu peran."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.generic import TemplateView

from dpmd.forms import CariForm
from dpmd.menu import terbuka
from dpmd.pencarian import cari


def pencarian(request: HttpRequest) -> HttpResponse:
    """Halaman hasilnya, atau daftarnya saja selama mengetik di kotaknya."""
    form = CariForm(request.GET)
    tahun: int = request.tahun  # type: ignore[attr-defined]
    hasil = None
    if form.is_valid() and form.cleaned_data["q"]:
        hasil = cari(request.user, tahun, form.cleaned_data["q"])
    template = "dpmd/_hasil_cari.html" if "HX-Request" in request.headers else "dpmd/cari.html"
    return render(request, template, {"form": form, "hasil": hasil})


class DataAcuan(TemplateView):
    """Semua halaman yang boleh dibuka, menurut kelompoknya."""

    template_name = "dpmd/data_acuan.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        context["kelompok"] = list(terbuka(self.request.user))
        return context
