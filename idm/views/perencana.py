"""Perencana kabupaten: desa yang dapat naik status dengan sejumlah langkah atau rupiah."""

from typing import Any

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from core.angka import ringkas, rupiah
from core.spreadsheet import headers, xlsx
from core.views.dasar import Context
from idm.forms import PerencanaForm
from idm.laporan.dasar.reports import kepala
from idm.laporan.perencana.lembar import cetakan_perencana, lembar, tabel_perencana
from idm.laporan.perencana.reports import LANGKAH, RUPIAH, jalan_kabupaten
from idm.reports.jalan import jalan
from idm.reports.ukuran import UKURAN_IDM
from idm.views.laporan import cetak

JUDUL = "Jalan ke Status Berikutnya"
LANGKAH_AWAL = 50


def _isi(request: HttpRequest) -> Context:
    """Formulir, jatah yang berlaku, dan hasilnya; kosong bagi akun tanpa kabupaten."""
    user: Any = request.user
    diminta = None
    if "jatah" in request.GET:
        diminta = request.GET
    form = PerencanaForm(diminta, initial={"jatah": LANGKAH_AWAL})
    jatah, cara = _diminta(form)
    tahun: int = request.tahun  # type: ignore[attr-defined]
    isi = None
    if user.kabupaten:
        isi = jalan_kabupaten(user.kabupaten, tahun, jatah, cara)
    return {"form": form, "isi": isi, "jatah": jatah, "cara": cara}


def _diminta(form: PerencanaForm) -> tuple[int, str]:
    """Jatah dan caranya; yang tidak sah memakai jatah awal."""
    if not form.is_bound or not form.is_valid():
        return LANGKAH_AWAL, LANGKAH
    cara = form.cleaned_data["cara"] or LANGKAH
    return form.cleaned_data["jatah"], cara


@permission_required("idm.view_idmdesa", raise_exception=True)
def perencana(request: HttpRequest) -> HttpResponse:
    """Desa mana yang dapat naik status, dan akibatnya pada IKU dan IKK."""
    hasil = _isi(request)
    tahun: int = request.tahun  # type: ignore[attr-defined]
    if hasil["isi"]:
        cara = hasil["cara"]
        hasil["tabel"] = tabel_perencana(hasil["isi"], tahun, cara)
    return render(request, "idm/perencana.html", hasil)


@permission_required("idm.view_idmdesa", raise_exception=True)
def perencana_pdf(request: HttpRequest) -> HttpResponse:
    """Tabel halamannya di bawah kop, dengan jatah yang dihitung."""
    hasil = _isi(request)
    user: Any = request.user
    isi: Any = hasil["isi"]
    if not isi or not isi["banyak"]:
        return redirect("idm:perencana")
    tahun: int = request.tahun  # type: ignore[attr-defined]
    laporan = kepala(user.kabupaten, JUDUL, tahun)
    laporan["jatah"] = _sebutan_jatah(hasil["jatah"], hasil["cara"])
    cetakan = cetakan_perencana(isi, laporan, hasil["cara"])
    return cetak(request, laporan, cetakan, "idm:perencana")


def _sebutan_jatah(jatah: int, cara: str) -> str:
    """Jatahnya sebagaimana dibaca orang."""
    if cara == RUPIAH:
        return f"Jatah {rupiah(jatah)}"
    return f"Jatah {ringkas(jatah)} langkah"


@permission_required("idm.view_idmdesa", raise_exception=True)
def perencana_xlsx(request: HttpRequest) -> HttpResponse:
    """Daftar yang sama, dan langkah tiap desa yang terpilih."""
    hasil = _isi(request)
    isi: Any = hasil["isi"] or {
        "ukuran": UKURAN_IDM,
        "baris": [],
        "terpilih": set(),
        "status": [],
        "dampak": [],
    }
    terpilih = _terpilih(isi)
    tahun: int = request.tahun  # type: ignore[attr-defined]
    tabel = lembar(isi, terpilih, tahun, hasil["cara"])
    content = xlsx(tabel)
    return HttpResponse(
        content,
        headers=headers(f"jalan-ke-status-berikutnya-{tahun}.xlsx"),
    )


def _terpilih(isi: Any) -> list[tuple[Any, Any]]:
    """Desa terpilih dengan jalannya."""
    semua = []
    for calon in isi["baris"]:
        row = calon["row"]
        if row.desa.kode_saat in isi["terpilih"]:
            jalan_desa = jalan(row)
            semua.append((row, jalan_desa))
    return semua
