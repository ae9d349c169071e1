"""Halaman Bantuan: daftar bab menurut peran, dan tiap babnya."""

from typing import Any

from django.views.generic import TemplateView

from accounts.context_processors import wilayah
from core.views.dasar import Context
from dpmd.panduan import BAB, BAGIAN, bab_sesudah, isi_bab


class DaftarBab(TemplateView):
    """Bab bagi peran pembacanya ditandai."""

    template_name = "dpmd/bantuan.html"

    def get_context_data(self, **kwargs: Any) -> Context:
        context = super().get_context_data(**kwargs)
        user: Any = self.request.user
        peran = user.peran
        context["bagian"] = [(satu, satu.is_bagi(peran)) for satu in BAGIAN]
        return context


class BabDetail(TemplateView):
    """Satu bab, dengan bab sesudahnya."""

    template_name = "dpmd/bab.html"
    bab = BAB["mulai"]  # diganti jalannya

    def get_context_data(self, **kwargs: Any) -> Context:
        context = super().get_context_data(**kwargs)
        context["bab"] = self.bab
        sebutan = wilayah(self.request)
        context["isi"] = isi_bab(self.bab.kode, sebutan["wilayah"])
        context["sesudah"] = bab_sesudah(self.bab)
        return context
