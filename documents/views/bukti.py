"""Baris dengan berkas bukti: simpan bersama, unduh sebagai lampiran."""

from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.generic import DetailView

from core.views import Saving, Scoped
from documents.actions.bukti import attach_bukti, discard_bukti


class BuktiSave(Saving):
    """Baris dan berkas buktinya tersimpan bersama, atau tidak sama sekali."""

    bukti: tuple[Any, ...] = ()

    def store(self, form: Any) -> None:
        """Berkasnya disimpan sesudah barisnya, dalam transaksi yang sama."""
        super().store(form)
        kiriman = form.cleaned_data["bukti"]
        stored = attach_bukti(pemilik=self.object, berkas=kiriman, by=self.request.user)
        self.bukti = tuple(stored)

    def form_valid(self, form: Any) -> HttpResponse:
        """Transaksi yang batal tidak meninggalkan berkas."""
        try:
            return super().form_valid(form)
        except Exception:
            discard_bukti(self.bukti)
            raise

    def form_invalid(self, form: Any) -> HttpResponse:
        """Ditolak sesudah berkasnya tersimpan, misalnya isiannya kembar."""
        discard_bukti(self.bukti)
        return super().form_invalid(form)


class BuktiDownload(Scoped, DetailView):
    """Berkas bukti selalu sebagai lampiran, tidak dibuka di dalam halaman."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        bukti = self.get_object()
        if not bukti.berkas.storage.exists(bukti.berkas.name):
            messages.error(request, "Berkasnya tidak ditemukan di peladen; beri tahu admin.")
            return redirect(bukti.get_absolute_url())
        return FileResponse(
            bukti.berkas.open("rb"),
            as_attachment=True,
            filename=bukti.nama,
            headers={"X-Content-Type-Options": "nosniff"},
        )
