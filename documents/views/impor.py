"""Lembar kerja sebuah kisi: unduh, unggah, pratinjau, terapkan, berkas berkolom kesalahan."""

from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.text import slugify
from django.views.generic import FormView

from core import spreadsheet
from core.audit import Refused
from core.uploads import MAX_BYTES
from core.views import Detail
from core.views.grid import GridView
from documents.actions.impor import apply, upload
from documents.forms import ImporForm
from documents.lembar import lembar, lembar_kesalahan
from documents.models import Impor
from documents.sheets import Ditolak, baca


class GridSheet(GridView):
    """Isi kisi sebagai XLSX; sekaligus templat impornya."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        grid = self.grid()
        name = f"{slugify(grid.judul)}-{grid.tahun}.xlsx"
        return HttpResponse(spreadsheet.xlsx(lembar(grid)), headers=spreadsheet.headers(name))


class GridImport(GridView, FormView):
    """Unggah; yang dapat dibaca menjadi impor dengan pratinjau, yang tidak ditolak dengan alasan."""

    action = "change"
    form_class = ImporForm
    template_name = "documents/impor_form.html"
    name = ""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return FormView.get(self, request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return FormView.post(self, request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"grid": self.grid(), "name": self.name}

    def form_valid(self, form: Any) -> HttpResponse:
        file, grid = form.cleaned_data["berkas"], self.grid()
        halaman = f"{reverse(self.name)}?tahun={grid.tahun}"
        try:
            if file.size > MAX_BYTES:
                raise Ditolak(f"Berkas lebih dari {MAX_BYTES // 1024**2} MB.")
            impor = upload(grid=grid, kisi=self.name, halaman=halaman, file=file, by=self.request.user)
        except Ditolak as error:
            form.add_error("berkas", str(error))
            return self.form_invalid(form)
        return redirect(impor.get_absolute_url())


class ImporDetail(Detail):
    """Pratinjau dan penerapan."""

    related = ("kabupaten",)

    def may_apply(self) -> bool:
        meta = KISI[self.object.kisi].model._meta
        return self.request.user.has_perm(f"{meta.app_label}.change_{meta.model_name}")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"may_apply": self.may_apply()}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.object = self.get_object()
        if not self.may_apply():
            return self.handle_no_permission()
        grid = KISI[self.object.kisi](request.user, self.object.tahun)
        try:
            apply(impor=self.object, grid=grid, by=request.user)
        except Refused as error:
            messages.error(request, str(error))
            return redirect(self.object.get_absolute_url())
        messages.success(request, f"Diterapkan: {self.object.banyak_ubahan} sel.")
        return redirect(self.object.halaman)


class ImporErrors(Detail):
    """Berkas yang diunggah dengan kolom kesalahan, atau berkas aslinya (`?asli=1`)."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        impor: Impor = self.get_object()
        if not impor.berkas.storage.exists(impor.berkas.name):
            messages.error(request, "Berkasnya tidak ditemukan di peladen; beri tahu admin.")
            return redirect(impor.get_absolute_url())
        if request.GET.get("asli"):
            return FileResponse(impor.berkas.open("rb"), as_attachment=True, filename=impor.nama)
        with impor.berkas.open("rb") as file:
            tabel = baca(impor.nama, file.read())
        content = spreadsheet.xlsx(lembar_kesalahan(tabel, impor.kesalahan))
        return HttpResponse(content, headers=spreadsheet.headers(f"kesalahan-{slugify(impor.nama)}.xlsx"))


KISI: dict[str, Any] = {}  # nama url kisi → kelasnya; diisi `documents.urls.grid_urls`
