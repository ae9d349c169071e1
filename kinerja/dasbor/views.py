"""Dasbor capaian: halaman, PDF dan XLSX dari satu isi yang tersaring."""

from typing import Any

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from core.views.dasar import Context
from idm.views.laporan import cetak, is_tersaring, unduh
from kinerja.dasbor.forms import SaringanForm
from kinerja.dasbor.lembar.cetakan import cetakan_dasbor
from kinerja.dasbor.lembar.gambar import gambar_dasbor
from kinerja.dasbor.lembar.memo import cetakan_memo
from kinerja.dasbor.lembar.naskah import tabel_temuan
from kinerja.dasbor.lembar.tabel import tabel_dasbor
from kinerja.dasbor.reports import dasbor
from kinerja.dasbor.reports.memo import memo
from kinerja.dasbor.reports.naskah import rekomendasi_terbuka, semua_naskah, semua_temuan

lihat = permission_required("kinerja.view_indikator", raise_exception=True)


def _form(request: HttpRequest) -> SaringanForm:
    """Saringan pada alamatnya; tahunnya tahun kerja bila tidak disebut."""
    tahun: int = request.tahun  # type: ignore[attr-defined]
    isian = request.GET.copy()
    isian.setdefault("tahun", str(tahun))
    return SaringanForm(isian, user=request.user, tahun_kerja=tahun)


def _isi(request: HttpRequest, form: SaringanForm) -> Context:
    """Isi menurut saringan yang sah."""
    user: Any = request.user
    saringan = form.saringan
    isi = dasbor(user.kabupaten, saringan.tahun, saringan)
    isi["naskah"] = semua_naskah(user, saringan.tahun)
    hari_ini = timezone.localdate()
    isi["rekomendasi"] = rekomendasi_terbuka(user, saringan.tahun, hari_ini)
    return isi


@lihat
def beranda_dasbor(request: HttpRequest) -> HttpResponse:
    """Gambar dahulu, masing-masing dengan tabelnya."""
    user: Any = request.user
    form = _form(request)
    context: Context = {"form": form}
    if user.kabupaten:
        isi = _isi(request, form)
        context |= isi
        gambar = gambar_dasbor(isi)
        tabel = tabel_dasbor(isi)
        context |= {"gambar": gambar, "tabel": tabel}
        context["capaian"] = _berpasangan(gambar["capaian"], tabel.ukuran)
    return render(request, "kinerja/dasbor.html", context)


@lihat
def dasbor_temuan(request: HttpRequest) -> HttpResponse:
    """Temuan semua naskah tahun itu; ujinya dijalankan saat dibuka."""
    user: Any = request.user
    form = _form(request)
    tahun = form.saringan.tahun
    semua = semua_temuan(user, tahun)
    context = {"form": form, "tahun_temuan": tahun, "tabel": tabel_temuan(semua)}
    return render(request, "kinerja/dasbor_temuan.html", context)


def _berpasangan(gambar: Any, tabel: Any) -> list[tuple[Any, ...]]:
    """Nama kelompok, gambarnya, lalu tabelnya."""
    hasil: list[tuple[Any, ...]] = []
    for satu, milik in zip(gambar, tabel, strict=True):
        hasil.append((*satu, milik))
    return hasil


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
        return redirect("kinerja:dasbor")
    isi = _isi(request, form)
    if is_pdf:
        return cetak(request, isi, cetakan_dasbor(isi), "kinerja:dasbor")
    return unduh(isi, tabel_dasbor(isi).lembar())


@lihat
def dasbor_memo(request: HttpRequest) -> HttpResponse:
    """Memo rapat sebagai PDF dua halaman."""
    user: Any = request.user
    if not user.kabupaten:
        return redirect("kinerja:dasbor")
    saringan = _form(request).saringan
    isi = dasbor(user.kabupaten, saringan.tahun, saringan)
    isi |= memo(user, saringan.tahun, timezone.localdate())
    isi["judul"] = "Memo Rapat Kinerja"
    return cetak(request, isi, cetakan_memo(isi), "kinerja:dasbor")
