"""Dasbor desa: halaman, PDF dan XLSX dari satu isi yang tersaring."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from core.daerah import Daerah
from core.views import Context
from documents.views.laporan import cetak, unduh
from idm.forms import DasborDesaForm
from idm.laporan.dasbor.lembar.cetakan import cetakan_dasbor_desa
from idm.laporan.dasbor.lembar.gambar import gambar_dasbor_desa
from idm.laporan.dasbor.lembar.tabel import tabel_dasbor_desa
from idm.laporan.dasbor.reports import dasbor_desa
from idm.laporan.provinsi.lembar import cetakan_provinsi, gambar_provinsi, tabel_provinsi
from idm.laporan.provinsi.reports import dasbor_provinsi
from idm.views.laporan import is_tersaring, lihat
from villages.models import Kecamatan


def _form(request: HttpRequest) -> DasborDesaForm:
    """Saringan pada alamatnya, bawaannya tahun kerja; provinsi tanpa kecamatan."""
    isian = request.GET.copy()
    isian.setdefault("tahun", str(request.tahun))  # type: ignore[attr-defined]
    user: Any = request.user
    form = DasborDesaForm(isian, user=user)
    if user.kabupaten and _is_provinsi(user):
        del form.fields["kecamatan"]
    return form


def _saringan(request: HttpRequest, form: DasborDesaForm) -> tuple[int, Kecamatan | None]:
    """Tahun dan kecamatan dari saringan yang sah saja."""
    form.is_valid()
    isian = form.cleaned_data
    tahun = isian.get("tahun") or request.tahun  # type: ignore[attr-defined]
    return tahun, isian.get("kecamatan")


def _is_provinsi(user: Any) -> bool:
    """Kantornya provinsi: tanpa desa sendiri; yang dibaca kabupaten dan kotanya."""
    return bool(user.kabupaten.jenis == Daerah.PROVINSI)


@lihat
def dasbor(request: HttpRequest) -> HttpResponse:
    """Gambar dahulu, masing-masing dengan tabelnya."""
    user: Any = request.user
    form = _form(request)
    konteks: Context = {"form": form}
    if not user.kabupaten:
        return render(request, "idm/dasbor.html", konteks)
    tahun, kecamatan = _saringan(request, form)
    if _is_provinsi(user):
        daerah = dasbor_provinsi(user.kabupaten, tahun)
        konteks |= {"isi": daerah, "tabel": tabel_provinsi(daerah)}
        konteks["gambar"] = gambar_provinsi(daerah)
        return render(request, "idm/dasbor_provinsi.html", konteks)
    isi = dasbor_desa(user.kabupaten, tahun, kecamatan)
    konteks |= {"isi": isi, "tabel": tabel_dasbor_desa(isi), "gambar": gambar_dasbor_desa(isi)}
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
    user: Any = request.user
    form = _form(request)
    if not is_tersaring(request, form):
        return redirect("idm:dasbor")
    tahun, kecamatan = _saringan(request, form)
    if _is_provinsi(user):
        daerah = dasbor_provinsi(user.kabupaten, tahun)
        if is_pdf:
            return cetak(request, cetakan_provinsi(daerah), "idm:dasbor")
        return unduh(daerah.kepala, tabel_provinsi(daerah))
    isi = dasbor_desa(user.kabupaten, tahun, kecamatan)
    if is_pdf:
        return cetak(request, cetakan_dasbor_desa(isi), "idm:dasbor")
    return unduh(isi.kepala, tabel_dasbor_desa(isi).lembar())
