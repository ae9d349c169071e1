"""Halaman tugas: kemajuannya, hasilnya, batal dan ulang; meminta cetakan naskah."""

from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views import View
from django.views.generic.detail import SingleObjectMixin
from django_htmx.http import HttpResponseClientRedirect

from core.audit import Refused
from core.views import Detail, Scoped
from core.views.dasar import Context, nama_url
from documents.actions import kabar
from documents.actions.bundel import request_bundel
from documents.actions.cetak import SALINAN, request_print
from documents.actions.tugas import cancel, retry
from documents.models import StatusTugas
from documents.snapshot import Unreadable
from documents.views.naskah import unavailable

LANGKAH = {
    "batal": (cancel, "Tugas dibatalkan."),
    "ulang": (retry, "Tugas diantrekan lagi."),
}


def move(request: HttpRequest, url: str) -> HttpResponse:
    """Pindah halaman, juga dari permintaan htmx."""
    if request.htmx:  # type: ignore[attr-defined]
        return HttpResponseClientRedirect(url)
    return redirect(url)


class TugasDetail(Detail):
    """Kemajuan sampai selesai.

    htmx memperbarui bagiannya; tanpa JavaScript halamannya dimuat ulang.
    """

    related = ("kabupaten", "diminta_by")

    def get_template_names(self) -> list[str]:
        if self.request.htmx:  # type: ignore[attr-defined]
            return ["documents/_tugas.html"]
        return super().get_template_names()

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Yang ditunggui dan hasilnya halaman langsung dibuka begitu selesai."""
        tugas = self.get_object()
        if request.htmx and tugas.is_berhalaman:  # type: ignore[attr-defined]
            return HttpResponseClientRedirect(tugas.halaman)
        return super().get(request, *args, **kwargs)

    def get_object(self, queryset: Any = None) -> Any:
        """Selama percobaan dan penyimpanan kemajuannya ada di samping barisnya."""
        tugas = super().get_object(queryset)
        if not tugas.is_active:
            return tugas
        hitungan = kabar.read(tugas.klaim)
        if hitungan is not None:
            tugas.maju, tugas.dari = hitungan
        return tugas

    def get_context_data(self, **kwargs: Any) -> Context:
        user = self.request.user
        context = super().get_context_data(**kwargs)
        context["may_control"] = self.object.may_control(user)
        context["may_open"] = user.has_perm(self.object.hak)
        return context


class TugasHasil(Scoped, SingleObjectMixin, View):
    """Berkas hasilnya, bagi yang berhak atas subjeknya."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        tugas = self.get_object()
        if not request.user.has_perm(tugas.hak):  # type: ignore[union-attr]
            return self.handle_no_permission()
        if not tugas.has_berkas:
            messages.error(request, "Hasilnya tidak disimpan lagi; ulangi permintaannya.")
            return redirect(tugas.get_absolute_url())
        return FileResponse(tugas.berkas.open("rb"), filename=tugas.nama)


class TugasLangkah(Scoped, SingleObjectMixin, View):
    """Batalkan atau ulangi; peminta sendiri atau admin kantornya."""

    http_method_names = ["post"]
    langkah = ""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        tugas = self.get_object()
        if not tugas.may_control(request.user):
            return self.handle_no_permission()
        act, selesai = LANGKAH[self.langkah]
        try:
            act(tugas, by=request.user)
        except Refused as error:
            messages.error(request, str(error))
        else:
            messages.success(request, selesai)
        return move(request, tugas.get_absolute_url())


class Cetak(Scoped, SingleObjectMixin, View):
    """Minta PDF naskah; yang sudah tercetak langsung dibuka."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        naskah = self.get_object()
        try:
            tugas = request_print(naskah, by=request.user)
        except (Refused, Unreadable) as error:
            return unavailable(request, naskah, error)
        if tugas.status == StatusTugas.SELESAI:
            return move(request, pdf_url(naskah))
        return move(request, tugas.get_absolute_url())


class Salinan(Scoped, SingleObjectMixin, View):
    """Minta salinan Word; yang sudah tertulis langsung terunduh."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        naskah = self.get_object()
        try:
            tugas = request_print(naskah, by=request.user, jenis=SALINAN)
        except (Refused, Unreadable) as error:
            return unavailable(request, naskah, error)
        if tugas.status == StatusTugas.SELESAI:
            return move(request, reverse("documents:tugas_hasil", args=[tugas.pk]))
        return move(request, tugas.get_absolute_url())


class Bundel(Scoped, SingleObjectMixin, View):
    """Minta bundel bukti naskah sah."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        naskah = self.get_object()
        try:
            tugas = request_bundel(naskah, by=request.user)
        except Refused as error:
            messages.error(request, str(error))
            return move(request, naskah.get_absolute_url())
        return move(request, tugas.get_absolute_url())


def pdf_url(naskah: Any) -> str:
    """Alamat PDF naskah itu."""
    return reverse(nama_url(naskah, "pdf"), args=[naskah.pk])
