"""Unduhan buku kerja setahun."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.generic import View

from core import spreadsheet
from core.views import Scoped
from core.views.grid import tahun_diminta
from kinerja.buku.penerima import BukuKerja, buku_terisi


class BukuUnduh(Scoped, View):
    """Semua lembar terisi yang sudah tercatat."""

    action = "view"
    penerima: type[BukuKerja] = BukuKerja
    nama = "buku-kerja"

    def get(
        self,
        request: HttpRequest,
        *args: Any,
        **kwargs: Any,
    ) -> HttpResponse:
        tahun = tahun_diminta(request)
        terisi = buku_terisi(request.user, tahun, self.penerima.lembar)
        headers = spreadsheet.headers(f"{self.nama}-{tahun}.xlsx")
        isi = spreadsheet.xlsx(terisi)
        return HttpResponse(isi, headers=headers)
