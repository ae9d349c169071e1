"""Dasbor capaian: halaman, PDF dan XLSX dari satu isi yang tersaring."""

from typing import Any

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from core.views.dasar import Context
from documents.views.laporan import cetak, unduh
from idm.views.laporan import is_tersaring
from kinerja.dasbor.forms import SaringanForm
from kinerja.dasbor.lembar.cetakan import cetakan_dasbor
from kinerja.dasbor.lembar.gambar import gambar_dasbor
from kinerja.dasbor.lembar.memo import cetakan_memo
from kinerja.dasbor.lembar.naskah import tabel_temuan
from kinerja.dasbor.lembar.tabel import tabel_dasbor
from kinerja.dasbor.reports import IsiDasbor, dasbor
from kinerja.dasbor.reports.memo import memo
from kinerja.dasbor.reports.naskah import IsiNaskah, isi_naskah, semua_temuan

JUDUL_MEMO = "Memo Rapat Kinerja"
lihat = permission_required("kinerja.view_indikator", raise_exception=True)


def _form(request: HttpRequest) -> SaringanForm:
    """Saringan pada alamatnya; tahunnya tahun kerja bila tidak disebut."""
    tahun: int = request.tahun  # type: ignore[attr-defined]
    isian = request.GET.copy()
    isian.setdefault("tahun", str(tahun))
    return SaringanForm(isian, user=request.user, tahun_kerja=tahun)


@lihat
def beranda_dasbor(request: HttpRequest) -> HttpResponse:
    """Gambar dahulu, masing-masing dengan tabelnya."""
    user: Any = request.user
    form = _form(request)
    context: Context = {"form": form}
    if user.kabupaten:
        isi = dasbor(user.kabupaten, form.saringan)
        naskah = _naskah(user, isi)
        gambar = gambar_dasbor(isi)
        tabel = tabel_dasbor(isi, naskah)
        context |= {"isi": isi, "naskah": naskah, "gambar": gambar, "tabel": tabel}
        context["tahun"] = isi.kepala.tahun
        context["capaian"] = list(zip(gambar.capaian, tabel.ukuran, strict=True))
    return render(request, "kinerja/dasbor.html", context)


def _naskah(user: Any, isi: IsiDasbor) -> IsiNaskah:
    return isi_naskah(user, isi.kepala.tahun, timezone.localdate())


@lihat
def dasbor_temuan(request: HttpRequest) -> HttpResponse:
    """Temuan semua naskah tahun itu; ujinya dijalankan saat dibuka."""
    user: Any = request.user
    tahun = _form(request).saringan.tahun
    semua = semua_temuan(user, tahun)
    context = {"tahun_temuan": tahun, "tabel": tabel_temuan(semua)}
    return render(request, "kinerja/dasbor_temuan.html", context)


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
        return redirect("kinerja:dasbor")
    isi = dasbor(user.kabupaten, form.saringan)
    naskah = _naskah(user, isi)
    if is_pdf:
        return cetak(request, cetakan_dasbor(isi, naskah), "kinerja:dasbor")
    return unduh(isi.kepala, tabel_dasbor(isi, naskah).lembar())


@lihat
def dasbor_memo(request: HttpRequest) -> HttpResponse:
    """Memo rapat sebagai PDF dua halaman; bukan dari saringan yang keliru."""
    user: Any = request.user
    form = _form(request)
    if not is_tersaring(request, form):
        return redirect("kinerja:dasbor")
    saringan = form.saringan
    isi = dasbor(user.kabupaten, saringan, JUDUL_MEMO)
    isi_memo = memo(user, saringan.tahun, timezone.localdate())
    return cetak(request, cetakan_memo(isi, isi_memo), "kinerja:dasbor")
