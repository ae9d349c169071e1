"""Unduhan buku kerja setahun."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.generic import View

from core import spreadsheet
from core.views import Scoped
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
        tahun: int = request.tahun  # type: ignore[attr-defined]
        terisi = buku_terisi(request.user, tahun, self.penerima.lembar)
        headers = spreadsheet.headers(f"{self.nama}-{tahun}.xlsx")
        isi = spreadsheet.xlsx(terisi)
        return HttpResponse(isi, headers=headers)
