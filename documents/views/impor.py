"""Lembar kerja: unduh isi kisi, unggah, pratinjau, terapkan, berkas berkolom kesalahan."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.text import slugify
from django.views.generic import FormView

from core import spreadsheet
from core.audit import Refused
from core.grid import Grid
from core.tabel import Tabel
from core.uploads import MAX_BYTES
from core.views import Detail, Scoped
from core.views.dasar import Context, perm
from core.views.grid import GridView
from documents.actions.impor import apply, undo, upload
from documents.actions.impor_tugas import request_apply, request_upload
from documents.arsip import LembarRefused
from documents.forms import ImporForm
from documents.impor import PENERIMA, Penerima
from documents.lembar import lembar, lembar_kesalahan
from documents.models import Impor, Tugas
from documents.views.tugas import move


class GridLembar(GridView):
    """Isi kisi sebagai XLSX; sekaligus templat impornya. Kisinya sendiri yang menerima isian."""

    http_method_names = ["get", "head", "options"]

    def grid(self) -> Grid:
        grid = super().grid()
        grid.is_lembar = True
        return grid

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        grid = self.grid()
        judul = slugify(grid.judul)
        return _unduhan(lembar(grid), f"{judul}-{grid.tahun}.xlsx")


class LembarImpor(Scoped, FormView):
    """Unggah; yang terbaca menjadi impor dengan pratinjau, yang tidak ditolak dengan alasan."""

    form_class = ImporForm
    template_name = "documents/impor_form.html"
    name = ""  # kunci `PENERIMA`
    templat = ""  # nama url lembar isian yang dapat diunduh

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Hak yang diminta menurut penerimanya."""
        self.penerima = PENERIMA[self.name]
        self.model = self.penerima.model
        self.action = self.penerima.hak  # type: ignore[misc]
        super().setup(request, *args, **kwargs)

    def get_form_kwargs(self) -> Context:
        isi = super().get_form_kwargs()
        isi["penerima"] = self.penerima
        isi["tahun"] = self.request.tahun  # type: ignore[attr-defined]
        return isi

    def kembali(self, tahun: int) -> str:
        """Halaman penerimanya pada tahun yang sama."""
        halaman = reverse(self.penerima.halaman)
        return f"{halaman}?tahun={tahun}"

    def get_context_data(self, **kwargs: Any) -> Context:
        tahun: int = self.request.tahun  # type: ignore[attr-defined]
        context = super().get_context_data(**kwargs)
        # kelasnya akan dipanggil templat tanpa isian
        context["penerima"] = self.penerima(self.request.user, tahun)
        context["tahun"] = tahun
        context["kembali"] = self.kembali(tahun)
        context["templat"] = self.templat
        return context

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            unggahan = self.upload(form)
        except (LembarRefused, Refused) as error:
            form.add_error("berkas", str(error))
            return self.form_invalid(form)
        return move(self.request, unggahan.get_absolute_url())

    def upload(self, form: Any) -> Impor | Tugas:
        """Simpan berkasnya, lalu hasil membacanya atau tugas yang membacanya.

        `LembarRefused` bila tidak terbaca.
        """
        berkas = form.cleaned_data["berkas"]
        tahun = form.tahun()
        _refuse_besar(berkas)
        user = self.request.user
        penerima = self.penerima(user, tahun)
        penerima.is_abai = form.cleaned_data.get("abaikan", False)
        jalan = request_upload if penerima.is_diantrekan else upload
        return jalan(
            penerima=penerima,
            kisi=self.name,
            halaman=self.kembali(tahun),
            berkas=berkas,
            by=user,
        )


class ImporDetail(Detail):
    """Pratinjau dan penerapan."""

    related = ("kabupaten",)

    def penerima(self, impor: Impor) -> Penerima:
        """Penerimanya bagi pengguna ini pada tahun impornya."""
        penerima = PENERIMA[impor.kisi]
        return penerima(self.request.user, impor.tahun)

    def may_apply(self) -> bool:
        """Menerapkan perlu hak yang sama dengan mengisinya langsung."""
        penerima = PENERIMA[self.object.kisi]
        permission = perm(penerima.model, penerima.hak)
        return self.request.user.has_perm(permission)

    def get_context_data(self, **kwargs: Any) -> Context:
        penerima = PENERIMA[self.object.kisi]
        isi = super().get_context_data(**kwargs)
        isi["may_apply"] = self.may_apply()
        isi["tugas"] = Tugas.objects.about(self.object).first()
        isi["satuan"] = penerima.satuan
        if penerima.form_class:
            isi["setelan"] = kwargs.get("setelan") or penerima.form_class()
        if penerima.is_diringkas:
            banyak = Counter(ubahan["judul"] for ubahan in self.object.ubahan)
            isi["ringkasan"] = banyak.items()
        return isi

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.object = self.get_object()
        if not self.may_apply():
            return self.handle_no_permission()
        if "batalkan" in request.POST:
            return self.batalkan()
        penerima = PENERIMA[self.object.kisi]
        if penerima.is_diantrekan:
            return self.antrekan()
        return self.jalankan()

    def jalankan(self) -> HttpResponse:
        """Setelan yang diminta penerimanya, lalu semua ubahannya."""
        request = self.request
        penerima = self.penerima(self.object)
        setelan = None
        if penerima.form_class:
            setelan = penerima.form_class(request.POST)
            if not setelan.is_valid():
                return self.ulangi(setelan)
            penerima.setelan = setelan.cleaned_data
        try:
            banyak = self.apply(penerima)
        except Refused as error:
            messages.error(request, str(error))
            if setelan:
                return self.ulangi(setelan)
            return move(request, self.object.get_absolute_url())
        messages.success(request, f"Diterapkan: {banyak} {penerima.satuan}.")
        return move(request, self.object.halaman)

    def antrekan(self) -> HttpResponse:
        """Penerapannya menjadi tugas."""
        request = self.request
        url = self.object.get_absolute_url()
        try:
            tugas = request_apply(impor=self.object, by=request.user, **self.diminta())
            url = tugas.get_absolute_url()
        except Refused as error:
            messages.error(request, str(error))
        return move(request, url)

    def batalkan(self) -> HttpResponse:
        """Isi sebelum impor ini kembali, atau alasan mengapa tidak dapat."""
        penerima = self.penerima(self.object)
        try:
            undo(impor=self.object, penerima=penerima, by=self.request.user)
            messages.success(self.request, "Dibatalkan: isi sebelum impor ini kembali.")
        except Refused as error:
            messages.error(self.request, f"Belum ada yang dibatalkan: {error}")
        return redirect(self.object.get_absolute_url())

    def apply(self, penerima: Penerima) -> int:
        """Keputusan pada pratinjau ikut dikirim bersama penerapannya."""
        user = self.request.user
        return apply(impor=self.object, penerima=penerima, by=user, **self.diminta())

    def diminta(self) -> Context:
        """Yang dipilih pada pratinjaunya."""
        kiriman = self.request.POST
        return {
            "ganti": "ganti" in kiriman,
            "pilih": self.pilihan(),
            "usul": "usul" in kiriman,
            "akui": "akui" in kiriman,
        }

    def pilihan(self) -> dict[str, str]:
        """Keputusan yang dikirim: kunci ubahan → nilainya."""
        pilihan = {}
        for nama, nilai in self.request.POST.items():
            if nama.startswith(PILIH):
                kunci = nama.removeprefix(PILIH)
                pilihan[kunci] = str(nilai)
        return pilihan

    def ulangi(self, setelan: Any) -> HttpResponse:
        """Halaman yang sama; keputusan yang sudah dibuat tidak hilang."""
        pilihan = self.pilihan()
        for ubahan in self.object.ubahan:
            semula = ubahan.get("pilih", "")
            ubahan["pilih"] = pilihan.get(ubahan["kunci"], semula)
        context = self.get_context_data(setelan=setelan)
        return self.render_to_response(context)


class ImporErrors(Detail):
    """Berkas yang diunggah dengan kolom kesalahan, atau berkas aslinya (`?asli=1`)."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        impor: Impor = self.get_object()
        berkas = impor.berkas
        if not berkas.storage.exists(berkas.name):
            messages.error(request, "Berkasnya tidak ditemukan di peladen; beri tahu admin.")
            return redirect(impor.get_absolute_url())
        if request.GET.get("asli"):
            return FileResponse(
                berkas.open("rb"),
                as_attachment=True,
                filename=impor.nama,
            )
        penerima = PENERIMA[impor.kisi](request.user, impor.tahun)
        try:
            kembali = lembar_kesalahan(penerima.isi(impor), impor.kesalahan)
        except LembarRefused as error:
            messages.error(request, str(error))
            return redirect(impor.get_absolute_url())
        nama = slugify(impor.nama)
        return _unduhan(kembali, f"kesalahan-{nama}.xlsx")


def _refuse_besar(berkas: Any) -> None:
    """`LembarRefused` bila di atas batas unggahan."""
    if berkas.size > MAX_BYTES:
        paling_besar = MAX_BYTES // 1024**2
        raise LembarRefused(f"Berkas lebih dari {paling_besar} MB.")


def _unduhan(tabel: Tabel | Sequence[Tabel], name: str) -> HttpResponse:
    """Lembar kerja sebagai berkas unduhan."""
    headers = spreadsheet.headers(name)
    isi = spreadsheet.xlsx(tabel)
    return HttpResponse(isi, headers=headers)


PILIH = "pilih-"  # awal nama isian keputusan; sesudahnya kunci ubahan
