"""Laporan yang bukan naskah bertanda tangan: satu isi menjadi PDF dan lembar kerja."""

from typing import Any, Protocol

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.text import slugify

from core.spreadsheet import headers, xlsx
from core.tampilan import semua_setempat
from documents import render
from documents.cetakan import Cetakan
from documents.kepala import Kop
from documents.printing import typeset


class Berjudul(Protocol):
    """Kepala laporan atau naskah."""

    @property
    def judul(self) -> str: ...
    @property
    def tahun(self) -> int: ...
    @property
    def dinas(self) -> Kop: ...


def _nama(kepala: Berjudul, jenis: str) -> str:
    """Nama berkas dari judul dan tahunnya."""
    judul = slugify(kepala.judul)
    return f"{judul}-{kepala.tahun}.{jenis}"


def cetak(request: HttpRequest, cetakan: Cetakan, kembali: str) -> HttpResponse:
    """PDF di peramban; bila gagal kembali ke halamannya dengan sebabnya."""
    try:
        berkas = typeset(cetakan)
    except render.RenderFailed as error:
        messages.error(request, f"PDF tidak tersedia: {error}")
        return redirect(kembali)
    nama = _nama(cetakan.kepala, "pdf")
    kepala = {"Content-Disposition": f'inline; filename="{nama}"'}
    return HttpResponse(berkas, content_type="application/pdf", headers=kepala)


def unduh(kepala: Berjudul, isi_lembar: Any) -> HttpResponse:
    """Satu lembar tiap tabelnya."""
    nama = _nama(kepala, "xlsx")
    buku = xlsx(semua_setempat(isi_lembar, kepala.dinas.wilayah))
    return HttpResponse(buku, headers=headers(nama))
