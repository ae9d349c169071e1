"""Perencana kabupaten: desa yang dapat naik status dengan sejumlah langkah atau rupiah."""

from typing import Any

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from documents.views.laporan import cetak, unduh
from idm.forms import PerencanaForm
from idm.laporan.perencana.lembar import cetakan_perencana, lembar, tabel_perencana
from idm.laporan.perencana.reports import (
    LANGKAH,
    IsiPerencana,
    jalan_kabupaten,
    langkah_terpilih,
)

LANGKAH_AWAL = 50
lihat = permission_required("idm.view_idmdesa", raise_exception=True)


def isi_diminta(request: HttpRequest) -> tuple[PerencanaForm, IsiPerencana | None]:
    """Formulir dan hasilnya menurut jatah yang berlaku; `None` bagi akun tanpa kabupaten."""
    user: Any = request.user
    diminta = None
    isian = request.POST or request.GET
    if "jatah" in isian:
        diminta = isian
    form = PerencanaForm(diminta, initial={"jatah": LANGKAH_AWAL})
    if not user.kabupaten:
        return form, None
    tahun: int = request.tahun  # type: ignore[attr-defined]
    jatah, cara = _diminta(form)
    return form, jalan_kabupaten(user.kabupaten, tahun, jatah, cara)


def _diminta(form: PerencanaForm) -> tuple[int, str]:
    """Jatah dan caranya; yang tidak sah memakai jatah awal."""
    if not form.is_bound or not form.is_valid():
        return LANGKAH_AWAL, LANGKAH
    cara = form.cleaned_data["cara"] or LANGKAH
    return form.cleaned_data["jatah"], cara


@lihat
def perencana(request: HttpRequest) -> HttpResponse:
    """Desa mana yang dapat naik status, dan akibatnya pada IKU dan IKK."""
    form, isi = isi_diminta(request)
    konteks = {"form": form, "isi": isi, "tabel": tabel_perencana(isi) if isi else None}
    return render(request, "idm/perencana.html", konteks)


@lihat
def perencana_pdf(request: HttpRequest) -> HttpResponse:
    """Tabel halamannya di bawah kop, dengan jatah yang dihitung."""
    _, isi = isi_diminta(request)
    if isi is None or not isi.banyak:
        return redirect("idm:perencana")
    return cetak(request, cetakan_perencana(isi), "idm:perencana")


@lihat
def perencana_xlsx(request: HttpRequest) -> HttpResponse:
    """Daftar yang sama, dan langkah tiap desa yang terpilih."""
    _, isi = isi_diminta(request)
    if isi is None:
        return redirect("idm:perencana")
    return unduh(isi.kepala, lembar(isi, langkah_terpilih(isi)))
