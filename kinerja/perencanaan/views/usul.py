"""Aspek lemah, usulnya, dan rencana aksi yang mengerjakannya."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from core.audit import Refused
from core.spreadsheet import headers, xlsx
from documents.jenis import tanda_tahun
from idm.actions.usul_langkah import Diusulkan, create_usul
from idm.laporan.perencana.reports import IsiPerencana, langkah_terpilih
from idm.views.perencana import isi_diminta
from kinerja.perencanaan.actions import put_usul
from kinerja.perencanaan.forms import UsulAksiForm
from kinerja.perencanaan.lembar import tabel_usul
from kinerja.perencanaan.reports import isi_usul
from kinerja.tahun.tahun_kinerja import TahunKinerja

lihat = permission_required("idm.view_usullangkah", raise_exception=True)


@lihat
def usul_langkah(request: HttpRequest) -> HttpResponse:
    """Satu baris tiap aspek; yang boleh mengubah rencana aksi menaruhnya pada sub kegiatan."""
    user: Any = request.user
    tahun: int = request.tahun  # type: ignore[attr-defined]
    if not user.kabupaten:
        return render(request, "kinerja/usul_langkah.html", {"tahun": tahun})
    form = UsulAksiForm(
        request.POST or None,
        kabupaten=user.kabupaten,
        tahun=tahun,
    )
    may_put = user.has_perm("kinerja.change_rencanaaksi")
    if may_put and form.is_valid() and _put(request, form):
        return _kembali(tahun)
    isi = isi_usul(TahunKinerja(user.kabupaten, tahun))
    konteks = {"tahun": tahun, "isi": isi, "tabel": tabel_usul(isi), "form": form}
    return render(request, "kinerja/usul_langkah.html", konteks)


def _put(request: HttpRequest, form: UsulAksiForm) -> bool:
    """`False` bila ditolak; alasannya pada formulirnya."""
    user: Any = request.user
    aspek = form.cleaned_data["aspek"]
    sub = form.cleaned_data["sub"]
    try:
        banyak = put_usul(
            kabupaten=user.kabupaten,
            indikator=aspek,
            sub=sub,
            by=user,
        )
    except Refused as error:
        form.add_error(None, str(error))
        return False
    messages.success(request, f"{aspek} di {banyak} desa masuk rencana aksi {sub.kode}.")
    return True


@lihat
def usul_langkah_xlsx(request: HttpRequest) -> HttpResponse:
    """Tabel yang sama."""
    user: Any = request.user
    tahun: int = request.tahun  # type: ignore[attr-defined]
    if not user.kabupaten:
        return _kembali(tahun)
    isi = isi_usul(TahunKinerja(user.kabupaten, tahun))
    kepala = headers(f"usul-langkah-{tahun}.xlsx")
    tabel = tabel_usul(isi)
    bertanda = replace(tabel, judul=(*tabel.judul, *tanda_tahun(user.kabupaten, tahun)))
    return HttpResponse(xlsx(bertanda), headers=kepala)


@require_POST
@permission_required("idm.add_usullangkah", raise_exception=True)
def usul_create(request: HttpRequest) -> HttpResponse:
    """Langkah desa yang terpilih perencana menjadi usul bagi tahun berikutnya.

    Jatah dan saringannya sebagaimana pada halaman perencana; IDM tidak diusulkan.
    """
    user: Any = request.user
    _, isi = isi_diminta(request)
    if isi is None or not isi.ukuran.is_poin:
        messages.error(request, "Hanya langkah Indeks Desa yang dapat diusulkan.")
        return redirect("idm:perencana")
    tahun = isi.kepala.tahun + 1
    try:
        baru = create_usul(kabupaten=user.kabupaten, tahun=tahun, semua=_diusulkan(isi), by=user)
    except Refused as error:
        messages.error(request, str(error))
        return redirect("idm:perencana")
    messages.success(request, f"{len(baru)} usul baru bagi rencana aksi {tahun}.")
    return _kembali(tahun)


def _diusulkan(isi: IsiPerencana) -> list[Diusulkan]:
    """Langkah tiap desa terpilih, berurutan."""
    semua = []
    for terpilih in langkah_terpilih(isi):
        for langkah in terpilih.langkah:
            satu = Diusulkan(
                desa=terpilih.desa,
                indikator=langkah.indikator,
                dari=langkah.dari,
                ke=langkah.ke,
                biaya=langkah.biaya,
            )
            semua.append(satu)
    return semua


def _kembali(tahun: int) -> HttpResponse:
    """Halaman usul tahun itu."""
    return redirect(f"{reverse('kinerja:usul_langkah')}?tahun={tahun}")
