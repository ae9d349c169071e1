"""Register lembaga dan siapa yang belum melapor."""

from typing import Any

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from core.views import List
from documents.views.laporan import unduh
from villages.lembar.kelembagaan import lembar_kelembagaan
from villages.models import SK_HARI
from villages.reports.kelembagaan import IsiKelembagaan, kelembagaan_kini
from villages.reports.lembaga import kelengkapan


class LembagaList(List):
    """Menyebut banyak SK yang segera berakhir."""

    def summary(self) -> str:
        today = timezone.localdate()
        banyak = self.object_list.segera_berakhir(today).count()
        return f"{banyak} SK berakhir dalam {SK_HARI} hari"


class SkBerakhir(List):
    """SK yang segera berakhir, yang terdekat di atas."""

    intro = f"Masa bakti yang berakhir dalam {SK_HARI} hari mendatang."
    template_name = "villages/lembaga_berakhir.html"

    def get_template_names(self) -> list[str]:
        is_sebagian = self.request.htmx  # type: ignore[attr-defined]
        if is_sebagian:
            return ["core/_list.html"]
        return [self.template_name]

    def get_queryset(self) -> Any:
        today = timezone.localdate()
        rows = super().get_queryset().select_related("desa__kecamatan")
        return rows.segera_berakhir(today)


@permission_required("villages.view_rekaplembaga", raise_exception=True)
def kelengkapan_lembaga(request: HttpRequest) -> HttpResponse:
    """Per kecamatan: rekap, rincian desa, kegiatan PKK, dan kerja sama."""
    user: Any = request.user
    tahun: int = request.tahun  # type: ignore[attr-defined]
    rows = []
    if user.kabupaten:
        rows = kelengkapan(user.kabupaten, tahun)
    lengkap = sum(satu.rekap and satu.pkk for satu in rows)
    return render(
        request,
        "villages/kelengkapan.html",
        {"baris": rows, "lengkap": lengkap},
    )


def _kelembagaan(request: HttpRequest) -> IsiKelembagaan | None:
    """`None` bila penggunanya tanpa kabupaten."""
    user: Any = request.user
    if user.kabupaten is None:
        return None
    tahun: int = request.tahun  # type: ignore[attr-defined]
    return kelembagaan_kini(user.kabupaten, tahun)


@permission_required("villages.view_koperasidesa", raise_exception=True)
def kelembagaan(request: HttpRequest) -> HttpResponse:
    """Koperasi Merah Putih menurut tahapnya, dan layanan posyandu, tiap kecamatan."""
    konteks = {}
    if isi := _kelembagaan(request):
        konteks = {"isi": isi, "tabel": lembar_kelembagaan(isi)}
    return render(request, "villages/kelembagaan.html", konteks)


@permission_required("villages.view_koperasidesa", raise_exception=True)
def kelembagaan_xlsx(request: HttpRequest) -> HttpResponse:
    """Isinya sama dengan halamannya."""
    if isi := _kelembagaan(request):
        return unduh(isi, lembar_kelembagaan(isi))
    return redirect("villages:kelembagaan")
