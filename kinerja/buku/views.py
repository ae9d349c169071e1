"""Unduhan buku kerja setahun."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.generic import View

from core import spreadsheet
from core.views import Scoped
from core.views.grid import tahun_diminta
from kinerja.buku.penerima import buku_terisi


class BukuUnduh(Scoped, View):
    """Semua lembar terisi yang sudah tercatat."""

    action = "view"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        tahun = tahun_diminta(request)
        headers = spreadsheet.headers(f"buku-kerja-{tahun}.xlsx")
        content = spreadsheet.xlsx(buku_terisi(request.user, tahun))
        return HttpResponse(content, headers=headers)
