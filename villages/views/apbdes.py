"""APBDes sekabupaten dan panel satu desa."""

from typing import Any

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.generic import DetailView

from core.views import Context, Scoped
from documents.views.laporan import cetak, unduh
from villages.forms import SaringKecamatanForm
from villages.lembar import apbdes as lembar
from villages.models import Desa
from villages.reports.apbdes import IsiApbdes, Pohon, apbdes, apbdes_desa

lihat = permission_required("villages.view_anggarandesa", raise_exception=True)


def _isi(request: HttpRequest) -> tuple[SaringKecamatanForm, IsiApbdes | None]:
    """Saringan dan isinya."""
    user: Any = request.user
    form = SaringKecamatanForm(request.GET, user=user)
    if not user.kabupaten:
        return form, None
    tahun: int = request.tahun  # type: ignore[attr-defined]
    return form, apbdes(user.kabupaten, tahun, form.terpilih)


@lihat
def rekap(request: HttpRequest) -> HttpResponse:
    """Jumlah, gambar, dan desa yang belum mengisi."""
    form, isi = _isi(request)
    konteks: Context = {"form": form}
    if isi:
        konteks |= {"isi": isi, "gambar": lembar.gambar_kecamatan(isi)}
        konteks |= {"tabel": lembar.lembar_apbdes(isi)}
    return render(request, "villages/apbdes.html", konteks)


@lihat
def rekap_pdf(request: HttpRequest) -> HttpResponse:
    """Menurut saringan halamannya."""
    _, isi = _isi(request)
    if isi:
        return cetak(request, lembar.cetakan_apbdes(isi), "villages:apbdes")
    return redirect("villages:apbdes")


@lihat
def rekap_xlsx(request: HttpRequest) -> HttpResponse:
    """Menurut saringan halamannya."""
    _, isi = _isi(request)
    if isi:
        return unduh(isi, lembar.lembar_apbdes(isi))
    return redirect("villages:apbdes")


class ApbdesDesa(Scoped, DetailView):
    """Panel satu desa: pelaksanaan, pendapatan, belanja, pembiayaan."""

    model = Desa
    related = ("kecamatan__kabupaten",)
    template_name = "villages/apbdes_desa.html"

    def get_permission_required(self) -> tuple[str, ...]:
        """Yang diperlihatkan anggarannya."""
        return ("villages.view_anggarandesa",)

    def get_context_data(self, **kwargs: Any) -> Context:
        tahun: int = self.request.tahun  # type: ignore[attr-defined]
        pohon = Pohon.read()
        uang = apbdes_desa(self.object, tahun, pohon)
        return super().get_context_data(**kwargs) | {
            "tahun_apbdes": tahun,
            "panel": lembar.tabel_panel(pohon, uang),
            "gambar": lembar.gambar_desa(pohon, uang),
            "is_berisi": bool(uang),
        }
