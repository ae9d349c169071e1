"""Dasbor capaian."""

from typing import Any

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from core.views.dasar import Context
from kinerja.dasbor.lembar import status_desa
from kinerja.dasbor.reports import dasbor


@permission_required("kinerja.view_indikator", raise_exception=True)
def beranda_dasbor(request: HttpRequest) -> HttpResponse:
    """Capaian tiap indikator, status IDM tiga tahun, penyerapan per program."""
    user: Any = request.user
    tahun: int = request.tahun  # type: ignore[attr-defined]
    context: Context = {}
    if user.kabupaten:
        context = dasbor(user.kabupaten, tahun)
        context["tabel"] = status_desa(context["idm"])
    return render(request, "kinerja/dasbor.html", context)
