"""Laporan IDM: gambaran, peringkat, profil desa.

Masing-masing halaman, PDF dan XLSX dari satu isi.
"""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.shortcuts import render as page
from django.urls import reverse
from django.utils.text import slugify
from django.views.generic import DetailView

from core.spreadsheet import headers, xlsx
from core.views import Scoped
from documents import render
from documents.cetakan import Cetakan
from documents.printing import typeset
from idm import lembar
from idm.forms import PeringkatForm
from idm.reports.draf import dampak_draf
from idm.reports.laporan import daftar, laporan
from idm.reports.profil import profil
from villages.models import Desa

lihat = permission_required("idm.view_idmdesa", raise_exception=True)


def tahun_diminta(request: HttpRequest) -> int:
    """`?tahun=` bila empat angka, selain itu tahun kerja.

    Tautan cetak tetap walau tahun kerja berganti.
    """
    diminta = request.GET.get("tahun", "")
    if diminta.isdecimal() and len(diminta) == 4:
        return int(diminta)
    return request.tahun  # type: ignore[attr-defined, no-any-return]


def _nama(isi: dict[str, Any], jenis: str) -> str:
    return f"{slugify(isi['judul'])}-{isi['tahun']}.{jenis}"


def cetak(
    request: HttpRequest,
    isi: dict[str, Any],
    cetakan: Cetakan,
    kembali: str,
) -> HttpResponse:
    """PDF di peramban; bila gagal kembali ke halamannya dengan sebabnya."""
    try:
        berkas = typeset(cetakan)
    except render.RenderFailed as error:
        messages.error(request, f"PDF tidak tersedia: {error}")
        return redirect(kembali)
    kepala = {"Content-Disposition": f'inline; filename="{_nama(isi, "pdf")}"'}
    return HttpResponse(berkas, content_type="application/pdf", headers=kepala)


def unduh(isi: dict[str, Any], isi_lembar: Any) -> HttpResponse:
    return HttpResponse(xlsx(isi_lembar), headers=headers(_nama(isi, "xlsx")))


def _gambaran(request: HttpRequest) -> dict[str, Any]:
    user: Any = request.user
    return laporan(user.kabupaten, tahun_diminta(request)) if user.kabupaten else {}


@lihat
def ringkasan(request: HttpRequest) -> HttpResponse:
    """Gambaran kabupaten pada tahun kerja; draf yang belum berlaku di sampingnya."""
    user: Any = request.user
    isi = _gambaran(request)
    konteks: dict[str, Any] = {"isi": isi, "dampak": []}
    if user.kabupaten:
        konteks["dampak"] = dampak_draf(user.kabupaten, tahun_diminta(request))
        konteks["tabel"] = lembar.tabel_gambaran(isi)
    return page(request, "idm/gambaran.html", konteks)


@lihat
def ringkasan_pdf(request: HttpRequest) -> HttpResponse:
    isi = _gambaran(request)
    if not isi:
        return redirect("idm:gambaran")
    return cetak(request, isi, lembar.cetakan_gambaran(isi), "idm:gambaran")


@lihat
def ringkasan_xlsx(request: HttpRequest) -> HttpResponse:
    isi = _gambaran(request)
    return unduh(isi, lembar.gambaran(isi)) if isi else redirect("idm:gambaran")


def _peringkat(request: HttpRequest) -> tuple[PeringkatForm, dict[str, Any]]:
    """Formulir saringan dan isinya; saringan yang keliru disebut dan tidak menyaring."""
    user: Any = request.user
    form = PeringkatForm(request.GET, user=user)
    kecamatan = form.cleaned_data["kecamatan"] if form.is_valid() else None
    return form, daftar(user.kabupaten, tahun_diminta(request), kecamatan) if user.kabupaten else {}


@lihat
def peringkat(request: HttpRequest) -> HttpResponse:
    """Semua desa dari yang tertinggi, dapat disaring menurut kecamatan."""
    form, isi = _peringkat(request)
    konteks = {
        "form": form,
        "isi": isi,
        "tabel": lembar.peringkat(isi) if isi else None,
    }
    return page(request, "idm/peringkat.html", konteks)


@lihat
def peringkat_pdf(request: HttpRequest) -> HttpResponse:
    _, isi = _peringkat(request)
    if not isi:
        return redirect("idm:peringkat")
    return cetak(request, isi, lembar.cetakan_peringkat(isi), "idm:peringkat")


@lihat
def peringkat_xlsx(request: HttpRequest) -> HttpResponse:
    _, isi = _peringkat(request)
    return unduh(isi, lembar.peringkat(isi)) if isi else redirect("idm:peringkat")


class Profil(Scoped, DetailView):
    """Profil satu desa; yang boleh melihat IDM boleh membukanya."""

    model = Desa
    related = ("kecamatan__kabupaten",)
    template_name = "idm/profil.html"

    def get_permission_required(self) -> tuple[str, ...]:
        return ("idm.view_idmdesa",)

    def isi(self) -> dict[str, Any]:
        return profil(self.get_object(), tahun_diminta(self.request))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        tahun = tahun_diminta(self.request)
        desa = self.object
        isi = profil(desa, tahun)
        tabel = lembar.tabel_profil(isi)
        return super().get_context_data(**kwargs) | {
            "isi": isi,
            "dampak": dampak_draf(desa.kecamatan.kabupaten, tahun, desa),
            "ukuran": list(zip(isi["ukuran"], tabel.dimensi, strict=True)),
            "riwayat": list(zip(isi["riwayat"], tabel.riwayat, strict=True)),
            "tabel_skor": tabel.skor,
        }


class ProfilPdf(Profil):
    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        isi = self.isi()
        kembali = reverse("idm:profil", args=[isi["desa"].pk])
        return cetak(request, isi, lembar.cetakan_profil(isi), kembali)


class ProfilXlsx(Profil):
    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        isi = self.isi()
        return unduh(isi, lembar.profil(isi))
