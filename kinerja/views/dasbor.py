"""Dasbor capaian dan silsilah satu indikator."""

from typing import Any

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from core.views import Detail
from kinerja.models import PerubahanTarget
from kinerja.reports.dasbor import dasbor
from kinerja.reports.pengukuran import tahun_dalam
from kinerja.reports.rujukan import bahan
from kinerja.reports.tercetak import banding_indikator


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
        b = bahan(self.request.user.kabupaten, tahun)  # type: ignore[union-attr]
        pengukuran = b.pengukuran
        ukuran = [pengukuran.ukur(self.object, t) for t in pengukuran.tahun_periode]
        return context | {
            "ukuran": pengukuran.ukur(self.object, rinci=True),
            "deret": ukuran,
            "per_masa": pengukuran.per_masa(self.object, tahun),
            "perubahan": PerubahanTarget.objects.filter(target__indikator=self.object).select_related("target"),
            "tercetak": banding_indikator(b, self.object.kunci),
            "bukti": self.bukti(ukuran),
        }

    def bukti(self, ukuran: list[Any]) -> list[Any]:
        isian = ukuran[-1].isian if ukuran else None
        return list(isian.bukti.all()) if isian else []
