"""Dasbor capaian dan silsilah satu indikator."""

from typing import Any

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from core.views import Detail
from kinerja.models import PerubahanTarget
from kinerja.reports.dasbor import dasbor
from kinerja.reports.tercetak import banding_indikator
from kinerja.tahun.renstra import tahun_dalam
from kinerja.tahun.tahun_kinerja import tahun_indikator
from kinerja.tahun.ukuran import dirinci


@permission_required("kinerja.view_indikator", raise_exception=True)
def beranda_dasbor(request: HttpRequest) -> HttpResponse:
    """Capaian tiap indikator, status IDM tiga tahun, penyerapan per program."""
    user: Any = request.user
    context = dasbor(user.kabupaten, request.tahun) if user.kabupaten else {}  # type: ignore[attr-defined]
    return render(request, "kinerja/dasbor.html", context)


class IndikatorDetail(Detail):
    """Definisi indikator, rumus, masukan tahun kerja, dan desa di baliknya."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        tahun = tahun_dalam(self.object.sasaran.periode, self.request.tahun)  # type: ignore[attr-defined]
        kinerja = tahun_indikator(self.object, tahun)
        pengukuran = kinerja.pengukuran
        ukuran = pengukuran.ukur(self.object)
        return context | {
            "ukuran": dirinci(ukuran, kinerja.data),
            "deret": [pengukuran.ukur(self.object, t) for t in pengukuran.renstra.tahun_periode],
            "per_masa": pengukuran.masa[self.object.pk],
            "perubahan": PerubahanTarget.objects.filter(target__indikator=self.object).select_related("target"),
            "tercetak": banding_indikator(kinerja, self.object.kunci),
            "bukti": list(ukuran.isian.bukti.all()) if ukuran.isian else [],
        }
