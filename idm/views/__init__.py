"""Hanya yang berbeda dari halaman umum."""

from typing import Any

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from core.angka import format_angka
from core.views import Create, Detail, List, Update
from idm.forms import PerencanaForm
from idm.reports import selisih_rekap, uraian_skor
from idm.reports.jalan import jalan, jalan_kabupaten
from idm.tables import RiwayatIdmTable

LANGKAH_AWAL = 50


class IdmDesaList(List):
    """Banyak desa per status dari baris yang tersaring."""

    def summary(self) -> str:
        return " · ".join(f"{status.value.title()} {n}" for status, n in self.object_list.counts().items())


class IdmDesaDetail(Detail):
    """Skor tiap indikator bila diketahui, dan desa yang sama pada tahun lain."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        row = self.object
        others = self.get_queryset().filter(desa=row.desa)
        return super().get_context_data(**kwargs) | {
            "uraian": self.uraian(row),
            "jalan": jalan(row) if row.skor else None,
            "riwayat": RiwayatIdmTable(others, orderable=False),
        }

    def uraian(self, row: Any) -> list[Any]:
        try:
            return uraian_skor(row.instrumen, row.skor) if row.skor else []
        except ValueError:
            return []  # instrumennya berubah sejak deret ini disimpan


class IdmDesaSave:
    """Hasil hitung disebut kembali kepada yang mengisi."""

    object: Any

    @property
    def success_message(self) -> str:
        row = self.object
        return f"Tersimpan: IDM {format_angka(row.idm, 4)}, status {row.get_status_display()}."


class IdmDesaCreate(IdmDesaSave, Create):
    pass


class IdmDesaUpdate(IdmDesaSave, Update):
    pass


class RekapStatusDetail(Detail):
    """Jumlah rekap dibandingkan dengan banyak desa; berbeda hanya diperingatkan."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"peringatan": selisih_rekap(self.object)}


@permission_required("idm.view_idmdesa", raise_exception=True)
def perencana(request: HttpRequest) -> HttpResponse:
    """Desa mana yang dapat naik status dengan sejumlah langkah."""
    user: Any = request.user
    form = PerencanaForm(request.GET or None, initial={"langkah": LANGKAH_AWAL})
    jatah = form.cleaned_data["langkah"] if form.is_bound and form.is_valid() else LANGKAH_AWAL
    tahun: int = request.tahun  # type: ignore[attr-defined]
    isi = jalan_kabupaten(user.kabupaten, tahun, jatah) if user.kabupaten else None
    return render(request, "idm/perencana.html", {"form": form, "isi": isi, "jatah": jatah})
