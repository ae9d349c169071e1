"""Pohon kinerja: halaman yang dapat dijelajahi dan PDF-nya."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.shortcuts import render as halaman

from core.spreadsheet import headers, xlsx
from core.tampilan import tampil
from core.views.dasar import Context
from documents import render
from documents.printing import typeset
from kinerja.perencanaan import lembar
from kinerja.perencanaan.reports import IsiPohon, isi_pohon
from kinerja.tahun.tahun_kinerja import TahunKinerja


def _isi(request: HttpRequest) -> IsiPohon | None:
    """Isi pohon tahun halamannya; `None` bagi akun tanpa kabupaten."""
    user: Any = request.user
    tahun: int = request.tahun  # type: ignore[attr-defined]
    if user.kabupaten is None:
        return None
    return isi_pohon(TahunKinerja(user.kabupaten, tahun))


@permission_required("kinerja.view_program", raise_exception=True)
def pohon(request: HttpRequest) -> HttpResponse:
    """Pohon untuk dijelajahi, gambarnya, dan tabelnya."""
    isi = _isi(request)
    context: Context = {"isi": isi}
    if isi:
        tabel = lembar.pohon(isi)
        context |= {"tahun": isi.tahun, "tabel": tabel, "baris_tabel": tampil(tabel)}
    return halaman(request, "kinerja/pohon.html", context)


@permission_required("kinerja.view_program", raise_exception=True)
def pohon_xlsx(request: HttpRequest) -> HttpResponse:
    """Tabel pohon sebagai XLSX, dari isi yang sama."""
    isi = _isi(request)
    if not isi:
        return redirect("kinerja:pohon")
    return HttpResponse(
        xlsx(lembar.pohon(isi)),
        headers=headers(f"pohon-kinerja-{isi.tahun}.xlsx"),
    )


@permission_required("kinerja.view_program", raise_exception=True)
def pohon_pdf(request: HttpRequest) -> HttpResponse:
    """Gambar dan tabel yang sama pada A3 tegak."""
    isi = _isi(request)
    if not isi:
        return redirect("kinerja:pohon")
    try:
        berkas = typeset(lembar.cetakan_pohon(isi))
    except render.RenderFailed as error:
        messages.error(request, f"PDF tidak tersedia: {error}")
        return redirect("kinerja:pohon")
    nama = f'inline; filename="pohon-kinerja-{isi.tahun}.pdf"'
    return HttpResponse(
        berkas,
        content_type="application/pdf",
        headers={"Content-Disposition": nama},
    )
