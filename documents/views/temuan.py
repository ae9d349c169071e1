"""Satu temuan naskah: keadaannya, penjelasannya, dan putusan atasnya."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.text import slugify
from django.views.generic import DetailView, FormView
from django.views.generic.detail import SingleObjectMixin

from core import spreadsheet
from core.audit import Refused
from core.views import Scoped
from core.views.dasar import Context
from documents.actions import explain, judge
from documents.forms import PenjelasanForm, PutusanForm
from documents.lembar.uji import JUDUL, cetakan_uji, tabel_uji
from documents.printing import typeset
from documents.render import RenderFailed
from documents.reports.temuan import Ditanggapi, Keadaan, KeadaanTemuan, keadaan_temuan

SELESAI = {"explain": "Penjelasan disimpan.", "judge": "Putusan disimpan."}


class TemuanNaskah(Scoped, SingleObjectMixin, FormView):
    """Yang menyusun menjelaskan, meja berikutnya memutuskan; yang lain hanya membaca."""

    template_name = "documents/temuan.html"

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        if self.has_permission():
            self.object = self.get_object()
            self.ditanggapi = self._ditanggapi()
            self.langkah = self._langkah()
        return super().dispatch(request, *args, **kwargs)

    def _ditanggapi(self) -> Ditanggapi:
        keadaan = keadaan_temuan(self.object, self.object.reading())
        for satu in keadaan.semua:
            if satu.temuan.sidik == self.kwargs["sidik"]:
                return satu
        raise Http404

    def _langkah(self) -> str:
        """`explain`, `judge`, atau kosong bila akun ini hanya membaca."""
        user: Any = self.request.user
        if self.object.is_signed or self.ditanggapi.temuan.is_blocking:
            return ""
        row = self.ditanggapi.tanggapan
        is_waiting = self.ditanggapi.keadaan is Keadaan.DIJELASKAN
        is_other = row is not None and row.answered_by_id != user.pk
        if is_waiting and is_other and user.has_perm("documents.change_tanggapantemuan"):
            return "judge"
        if user.has_perm("documents.add_tanggapantemuan"):
            return "explain"
        return ""

    def get_form_class(self) -> Any:
        if self.langkah == "judge":
            return PutusanForm
        return PenjelasanForm

    def get_initial(self) -> Context:
        row = self.ditanggapi.tanggapan
        if row:
            return {"alasan": row.alasan}
        return {}

    def get_context_data(self, **kwargs: Any) -> Context:
        return super().get_context_data(**kwargs) | {
            "satu": self.ditanggapi,
            "langkah": self.langkah,
        }

    def form_valid(self, form: Any) -> HttpResponse:
        act = explain
        if self.langkah == "judge":
            act = judge
        try:
            act(
                self.object,
                sidik=self.kwargs["sidik"],
                by=self.request.user,
                **form.cleaned_data,
            )
        except Refused as error:
            form.add_error(None, str(error))
            return self.form_invalid(form)
        messages.success(self.request, SELESAI[act.__name__])
        return redirect(f"{self.object.get_absolute_url()}#uji-kewajaran")


class LembarUji(Scoped, DetailView):
    """Uji yang berjalan atas naskah, temuan dan tanggapannya, sebagai PDF."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        naskah: Any = self.get_object()
        keadaan = keadaan_temuan(naskah, naskah.reading())
        try:
            return self.berkas(naskah, keadaan)
        except RenderFailed as error:
            messages.error(request, f"Cetakan tidak tersedia: {error}")
            return redirect(naskah.get_absolute_url())

    def berkas(self, naskah: Any, keadaan: KeadaanTemuan) -> HttpResponse:
        """PDF di peramban."""
        nama = f'inline; filename="{nama_berkas(naskah)}.pdf"'
        pdf = typeset(cetakan_uji(naskah, keadaan))
        headers = {"Content-Disposition": nama}
        return HttpResponse(pdf, content_type="application/pdf", headers=headers)


class LembarUjiXlsx(LembarUji):
    """Isi yang sama sebagai lembar kerja."""

    def berkas(self, naskah: Any, keadaan: KeadaanTemuan) -> HttpResponse:
        isi = spreadsheet.xlsx(tabel_uji(naskah, keadaan))
        return HttpResponse(isi, headers=spreadsheet.headers(f"{nama_berkas(naskah)}.xlsx"))


def nama_berkas(naskah: Any) -> str:
    """Nama berkas tanpa akhiran."""
    return slugify(f"{JUDUL} {naskah.judul} {naskah.tahun}")
