"""Dasbor desa: halaman, PDF dan XLSX dari satu isi yang tersaring."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from core.daerah import Daerah
from idm.forms import DasborDesaForm
from idm.laporan.dasbor.lembar.cetakan import cetakan_dasbor_desa
from idm.laporan.dasbor.lembar.gambar import gambar_dasbor_desa
from idm.laporan.dasbor.lembar.tabel import tabel_dasbor_desa
from idm.laporan.dasbor.reports import dasbor_desa
from idm.laporan.provinsi.lembar import cetakan_provinsi, gambar_provinsi, tabel_provinsi
from idm.laporan.provinsi.reports import dasbor_provinsi
from idm.views.laporan import cetak, is_tersaring, lihat, unduh

Isi = dict[str, Any]  # menurut nama bagiannya


def _form(request: HttpRequest) -> DasborDesaForm:
    """Saringan pada alamatnya; tahunnya tahun kerja bila tidak disebut."""
    isian = request.GET.copy()
    isian.setdefault("tahun", str(request.tahun))  # type: ignore[attr-defined]
    return DasborDesaForm(isian, user=request.user)


def _isi(request: HttpRequest, form: DasborDesaForm) -> Isi:
    """Menurut saringan yang sah saja; kantor provinsi membaca kabupaten dan kotanya."""
    user: Any = request.user
    form.is_valid()
    tahun = form.cleaned_data.get("tahun") or request.tahun  # type: ignore[attr-defined]
    if _is_provinsi(user):
        return dasbor_provinsi(user, tahun)
    kecamatan = form.cleaned_data.get("kecamatan")
    return dasbor_desa(user.kabupaten, tahun, kecamatan)


def _is_provinsi(user: Any) -> bool:
    """Kantornya provinsi: tanpa desa sendiri."""
    return bool(user.kabupaten.jenis == Daerah.PROVINSI)


@lihat
def dasbor(request: HttpRequest) -> HttpResponse:
    """Gambar dahulu, masing-masing dengan tabelnya."""
    user: Any = request.user
    form = _form(request)
    konteks: Isi = {"form": form, "isi": {}}
    if user.kabupaten and _is_provinsi(user):
        isi = _isi(request, form)
        konteks |= {"isi": isi, "tabel": tabel_provinsi(isi), "gambar": gambar_provinsi(isi)}
        return render(request, "idm/dasbor_provinsi.html", konteks)
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
    """Halamannya kembali bila saringannya keliru."""
    form = _form(request)
    if not is_tersaring(request, form):
        return redirect("idm:dasbor")
    isi = _isi(request, form)
    if _is_provinsi(request.user):
        mencetak = cetakan_provinsi
        lembar = tabel_provinsi(isi)
    else:
        mencetak = cetakan_dasbor_desa
        lembar = tabel_dasbor_desa(isi).lembar()
    if is_pdf:
        return cetak(request, isi, mencetak(isi), "idm:dasbor")
    return unduh(isi, lembar)
