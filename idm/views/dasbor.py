"""Dasbor desa: halaman, PDF dan XLSX dari satu isi yang tersaring."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from idm.forms import DasborDesaForm
from idm.laporan.dasbor.lembar.cetakan import cetakan_dasbor_desa
from idm.laporan.dasbor.lembar.gambar import gambar_dasbor_desa
from idm.laporan.dasbor.lembar.tabel import tabel_dasbor_desa
from idm.laporan.dasbor.reports import dasbor_desa
from idm.views.laporan import cetak, lihat, unduh

Isi = dict[str, Any]  # menurut nama bagiannya


def _form(request: HttpRequest) -> DasborDesaForm:
    """Saringan pada alamatnya; tahunnya tahun kerja bila tidak disebut."""
    isian = request.GET.copy()
    isian.setdefault("tahun", str(request.tahun))  # type: ignore[attr-defined]
    return DasborDesaForm(isian, user=request.user)


def _isi(request: HttpRequest, form: DasborDesaForm) -> Isi:
    """Menurut saringan yang sah saja."""
    user: Any = request.user
    form.is_valid()
    tahun = form.cleaned_data.get("tahun") or request.tahun  # type: ignore[attr-defined]
    kecamatan = form.cleaned_data.get("kecamatan")
    return dasbor_desa(user.kabupaten, tahun, kecamatan)


@lihat
def dasbor(request: HttpRequest) -> HttpResponse:
    """Gambar dahulu, masing-masing dengan tabelnya."""
    user: Any = request.user
    form = _form(request)
    konteks: Isi = {"form": form, "isi": {}}
    if user.kabupaten:
        isi = _isi(request, form)
        konteks["isi"] = isi
        konteks["tabel"] = tabel_dasbor_desa(isi)
        konteks["gambar"] = gambar_dasbor_desa(isi)
    return render(request, "idm/dasbor.html", konteks)


@lihat
def dasbor_pdf(request: HttpRequest) -> HttpResponse:
    """Yang tampak menurut saringannya."""
    return _keluaran(request, is_pdf=True)


@lihat
def dasbor_xlsx(request: HttpRequest) -> HttpResponse:
    """Yang tampak menurut saringannya."""
    return _keluaran(request, is_pdf=False)


def _keluaran(request: HttpRequest, *, is_pdf: bool) -> HttpResponse:
    """Saringan yang keliru tidak dicetak diam-diam; halamannya menyebutkannya."""
    user: Any = request.user
    form = _form(request)
    if not user.kabupaten:
        return redirect("idm:dasbor")
    if not form.is_valid():
        for keliru in form.errors.values():
            messages.error(request, " ".join(keliru))
        return redirect("idm:dasbor")
    isi = _isi(request, form)
    if is_pdf:
        return cetak(request, isi, cetakan_dasbor_desa(isi), "idm:dasbor")
    return unduh(isi, tabel_dasbor_desa(isi).lembar())
