"""Membuka kunci data untuk sementara, dan menutupnya lagi."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views import View
from django.views.generic.detail import SingleObjectMixin

from core.audit import Refused
from core.views import Create, Scoped
from documents.actions import close_lock, open_lock


class PembukaanCreate(Create):
    """Siapa yang membuka dan sejak kapan dicatat sendiri."""

    pesan_tersimpan = "Kunci dibuka; tertutup sendiri pada waktunya."

    def store(self, form: Any) -> None:
        data = form.cleaned_data
        isian = ("tahun", "lingkup", "sampai", "alasan")
        self.object = open_lock(
            kabupaten=self.request.user.kabupaten,  # type: ignore[union-attr]
            by=self.request.user,
            token=data.get("kiriman") or None,
            **{nama: data[nama] for nama in isian},
        )


class PembukaanTutup(Scoped, SingleObjectMixin, View):
    """Yang boleh membuka boleh menutupnya sebelum waktunya."""

    action = "add"
    http_method_names = ("post",)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        pembukaan = self.get_object()
        try:
            close_lock(pembukaan=pembukaan, by=request.user)
        except Refused as error:
            messages.error(request, str(error))
        else:
            messages.success(request, "Kunci ditutup kembali.")
        return redirect(pembukaan.get_absolute_url())
