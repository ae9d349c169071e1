"""Laporan IDM: gambaran, peringkat, profil desa.

Masing-masing halaman, PDF dan XLSX dari satu isi.
"""

import re
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import BadRequest
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.shortcuts import render as halaman
from django.urls import reverse
from django.views import View
from django.views.generic import DetailView

from core.views import Context, Scoped
from documents.views.laporan import cetak, unduh
from idm.laporan.gambaran.lembar.cetakan import cetakan_gambaran
from idm.laporan.gambaran.lembar.tabel import tabel_gambaran
from idm.laporan.gambaran.reports import IsiGambaran, gambaran
from idm.laporan.peringkat.lembar import cetakan_peringkat, tabel_peringkat
from idm.laporan.peringkat.reports import IsiPeringkat, daftar
from idm.laporan.profil.lembar import cetakan_profil, lembar_profil, tabel_profil
from idm.laporan.profil.reports.profil import IsiProfil, profil
from idm.reports.dampak_draf import dampak_draf
from villages.forms import SaringKecamatanForm
from villages.models import Desa

TAHUN = re.compile(r"[0-9]{4}")
KODE_DESA = re.compile(r"[0-9]{2}(\.[0-9]{2}){2}\.[0-9]{4}")
lihat = permission_required("idm.view_idmdesa", raise_exception=True)


def _gambaran(request: HttpRequest) -> IsiGambaran | None:
    """`None` bila penggunanya tanpa kabupaten."""
    user: Any = request.user
    if not user.kabupaten:
        return None
    tahun: int = request.tahun  # type: ignore[attr-defined]
    return gambaran(user.kabupaten, tahun)


@lihat
def ringkasan(request: HttpRequest) -> HttpResponse:
    """Gambaran kabupaten pada tahun kerja; draf yang belum berlaku di sampingnya."""
    user: Any = request.user
    konteks: Context = {}
    if isi := _gambaran(request):
        konteks |= {"isi": isi, "tabel": tabel_gambaran(isi)}
        konteks["dampak"] = dampak_draf(user.kabupaten, isi.kepala.tahun)
    return halaman(request, "idm/gambaran.html", konteks)


@lihat
def ringkasan_pdf(request: HttpRequest) -> HttpResponse:
    """Isinya sama dengan halamannya."""
    if isi := _gambaran(request):
        return cetak(request, cetakan_gambaran(isi), "idm:gambaran")
    return redirect("idm:gambaran")


@lihat
def ringkasan_xlsx(request: HttpRequest) -> HttpResponse:
    """Isinya sama dengan halamannya."""
    if isi := _gambaran(request):
        return unduh(isi.kepala, tabel_gambaran(isi).lembar())
    return redirect("idm:gambaran")


def _peringkat(request: HttpRequest) -> tuple[SaringKecamatanForm, IsiPeringkat | None]:
    """Formulir saringan dan isinya."""
    user: Any = request.user
    form = SaringKecamatanForm(request.GET, user=user)
    if not user.kabupaten:
        return form, None
    tahun: int = request.tahun  # type: ignore[attr-defined]
    return form, daftar(user.kabupaten, tahun, form.terpilih)


@lihat
def peringkat(request: HttpRequest) -> HttpResponse:
    """Semua desa dari yang tertinggi, dapat disaring menurut kecamatan."""
    form, isi = _peringkat(request)
    konteks: Context = {"form": form}
    if isi:
        konteks |= {"isi": isi, "tabel": tabel_peringkat(isi.kepala, isi.peringkat)}
    return halaman(request, "idm/peringkat.html", konteks)


@lihat
def peringkat_pdf(request: HttpRequest) -> HttpResponse:
    """Menurut saringan halamannya."""
    form, isi = _peringkat(request)
    if is_tersaring(request, form) and isi:
        return cetak(request, cetakan_peringkat(isi), "idm:peringkat")
    return redirect("idm:peringkat")


@lihat
def peringkat_xlsx(request: HttpRequest) -> HttpResponse:
    """Menurut saringan halamannya."""
    form, isi = _peringkat(request)
    if is_tersaring(request, form) and isi:
        return unduh(isi.kepala, tabel_peringkat(isi.kepala, isi.peringkat))
    return redirect("idm:peringkat")


class Profil(Scoped, DetailView):
    """Profil satu desa; yang boleh melihat IDM boleh membukanya."""

    model = Desa
    related = ("kecamatan__kabupaten",)
    template_name = "idm/profil.html"

    def get_permission_required(self) -> tuple[str, ...]:
        """Profil memperlihatkan IDM, bukan hanya desanya."""
        return ("idm.view_idmdesa",)

    def isi(self) -> IsiProfil:
        """Sama bagi PDF dan XLSX-nya."""
        tahun: int = self.request.tahun  # type: ignore[attr-defined]
        return profil(self.get_object(), tahun)

    def get_context_data(self, **kwargs: Any) -> Context:
        """Tabelnya dari uraian yang juga dicetak."""
        tahun: int = self.request.tahun  # type: ignore[attr-defined]
        desa = self.object
        isi = profil(desa, tahun)
        tabel = tabel_profil(isi)
        return super().get_context_data(**kwargs) | {
            "isi": isi,
            "dampak": dampak_draf(desa.kecamatan.kabupaten, tahun, desa),
            "ukuran": list(zip(isi.ukuran, tabel.dimensi, strict=True)),
            "riwayat": list(zip(isi.riwayat, tabel.riwayat, strict=True)),
            "tabel_jalan": tabel.jalan,
            "tabel_skor": tabel.skor,
        }


class AlamatDesa(Scoped, View):
    """Alamat tetap satu baris desa pada naskah: kode dan tahunnya sebagaimana tercetak."""

    model = Desa

    def get_permission_required(self) -> tuple[str, ...]:
        """Sama dengan profilnya."""
        return ("idm.view_idmdesa",)

    def get(self, request: HttpRequest) -> HttpResponse:
        """Ke profil desanya pada tahun itu; tanpa isian ke peringkat."""
        if not request.GET:
            return redirect("idm:peringkat")
        tahun = request.GET.get("tahun", "")
        kode = request.GET.get("kode", "")
        if not TAHUN.fullmatch(tahun) or not KODE_DESA.fullmatch(kode):
            raise BadRequest("Alamat desa: tahun empat angka dan kode desanya.")
        terlihat = self.get_queryset()
        desa = terlihat.berkode(kode, int(tahun))
        if desa is None:
            raise Http404(f"Desa berkode {kode} tidak ada pada {tahun}.")
        url = reverse("idm:profil", args=[desa.pk])
        return redirect(f"{url}?tahun={tahun}")


class ProfilPdf(Profil):
    """Profil sebagai PDF."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Gagal cetak kembali ke profilnya."""
        isi = self.isi()
        kembali = reverse("idm:profil", args=[isi.desa.pk])
        return cetak(request, cetakan_profil(isi), kembali)


class ProfilXlsx(Profil):
    """Profil sebagai lembar kerja."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Satu lembar tiap tabelnya."""
        isi = self.isi()
        return unduh(isi.kepala, lembar_profil(isi))


def is_tersaring(request: HttpRequest, form: Form) -> bool:
    """Saringan yang keliru menjadi pesan; tidak dicetak diam-diam."""
    user: Any = request.user
    for keliru in form.errors.values():
        messages.error(request, " ".join(keliru))
    return bool(user.kabupaten) and form.is_valid()
