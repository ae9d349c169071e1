"""Kerja sama antar desa: angka setahun, formulir cetak, salin tahun lalu, anggota, dokumen."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views import View

from core.audit import Refused
from core.spreadsheet import headers, xlsx
from core.views import Create, Detail, List, Scoped, Update
from documents.kepala import kepala_laporan
from documents.reports.kepala import kop
from documents.views.bukti import BuktiSave
from villages.actions import copy_kerja_sama
from villages.models import AnggotaKerjaSama
from villages.naskah.formulir.lembar import formulir as lembar_formulir
from villages.naskah.formulir.reports import formulir
from villages.reports.kerja_sama import angka


class AnggotaKerjaSamaList(List):
    """Banyak baris formulir dan banyak desa yang berlainan ditunjukkan berdampingan."""

    def summary(self) -> str:
        return f"{self.object_list.distinct_desa()} desa berlainan"


class KerjaSamaDetail(Detail):
    """Anggotanya hanya pada tahun kerja; tahun lain lewat daftar anggota."""

    def panel(self, nama: str, table: Any) -> tuple[str, Any]:
        if nama != "anggotakerjasama_set":
            return super().panel(nama, table)
        tahun = self.request.tahun  # type: ignore[attr-defined]
        rows = getattr(self.object, nama).for_tahun(tahun).select_related(*table.related)
        judul = f"Anggota tahun {tahun}: {len(rows)} baris, {rows.distinct_desa()} desa berlainan"
        return judul, table(rows, orderable=False)

    def add_url(self, nama: str) -> str:
        """Berkas dilampirkan lewat halaman ubah kerja samanya."""
        if nama == "bukti":
            return ""
        return super().add_url(nama)


class KerjaSamaCreate(BuktiSave, Create):
    pass


class KerjaSamaUpdate(BuktiSave, Update):
    pass


@permission_required("villages.view_kerjasama", raise_exception=True)
def angka_kerja_sama(request: HttpRequest) -> HttpResponse:
    """Baris, desa berlainan, aktif, selisih, yang ganda; semua dapat dibuka sampai desanya."""
    user: Any = request.user
    tahun: int = request.tahun  # type: ignore[attr-defined]
    isi = {}
    if user.kabupaten:
        isi = angka(user.kabupaten, tahun)
    return render(request, "villages/kerjasama_angka.html", {"isi": isi})


@permission_required("villages.view_kerjasama", raise_exception=True)
def formulir_xlsx(request: HttpRequest) -> HttpResponse:
    """Formulir tahun kerja dalam susunan cetaknya; dapat diisi lalu diunggah lagi."""
    user: Any = request.user
    if user.kabupaten is None:
        return redirect("villages:kerjasama_angka")
    tahun: int = request.tahun  # type: ignore[attr-defined]
    kepala = kepala_laporan("Formulir kerja sama", tahun, kop(user.kabupaten, user.kabupaten.dinas))
    isi = xlsx(lembar_formulir(kepala, formulir(user.kabupaten, tahun)))
    return HttpResponse(isi, headers=headers(f"formulir-kerja-sama-{tahun}.xlsx"))


class CopyKerjaSama(Scoped, View):
    """Menunjukkan apa yang akan disalin, lalu menyalin."""

    action = "add"
    model = AnggotaKerjaSama

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        tahun: int = request.tahun  # type: ignore[attr-defined]
        rows = AnggotaKerjaSama.objects.visible_to(request.user)
        isi = {
            "lalu": rows.for_tahun(tahun - 1).count(),
            "kini": rows.for_tahun(tahun).count(),
        }
        return render(request, "villages/kerjasama_copy.html", isi)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        user: Any = request.user
        tahun: int = request.tahun  # type: ignore[attr-defined]
        try:
            banyak = copy_kerja_sama(kabupaten=user.kabupaten, tahun=tahun, by=user)
        except Refused as error:
            messages.error(request, str(error))
            return redirect("villages:kerjasama_copy")
        messages.success(
            request,
            f"Tersalin {banyak} anggota dari {tahun - 1}; sesuaikan lalu simpan.",
        )
        return redirect(f"{reverse('villages:kerjasama_grid')}?tahun={tahun}")
