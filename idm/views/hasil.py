"""Halaman IDM desa dan rekapnya: hanya yang berbeda dari halaman umum."""

from typing import Any

from core.angka import format_angka
from core.views import Create, Detail, List, Update
from documents.models import SAH
from idm.models import PenetapanIdm
from idm.reports import selisih_rekap, uraian_skor
from idm.reports.dampak_draf import dampak_draf
from idm.reports.jalan import jalan
from idm.tables import RiwayatIdmTable


class IdmDesaList(List):
    """Banyak desa per status dari baris yang tersaring."""

    def summary(self) -> str:
        return " · ".join(
            f"{status.value.title()} {n}" for status, n in self.object_list.counts().items()
        )


class IdmDesaDetail(Detail):
    """Skor tiap indikator bila diketahui, dan desa yang sama pada tahun lain."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        row = self.object
        others = self.get_queryset().filter(desa=row.desa)
        kabupaten = row.desa.kecamatan.kabupaten
        return super().get_context_data(**kwargs) | {
            "dampak": [d for d in dampak_draf(kabupaten, row.tahun, row.desa) if d.indeks == "IDM"],
            "penetapan": PenetapanIdm.objects.filter(
                SAH, kabupaten=kabupaten, tahun=row.tahun
            ).last(),
            "uraian": self.uraian(row),
            "jalan": jalan(row) if row.skor else None,
            "riwayat": RiwayatIdmTable(others, orderable=False),
        }

    def uraian(self, row: Any) -> list[Any]:
        """Kosong bila skornya tidak diketahui."""
        try:
            if row.skor:
                return uraian_skor(row.instrumen, row.skor)
            return []
        except ValueError:
            return []  # instrumennya berubah sejak deret ini disimpan


class IdmDesaSave:
    """Hasil hitung disebut kembali kepada yang mengisi."""

    object: Any

    @property
    def success_message(self) -> str:
        """IDM dan status yang baru tersimpan."""
        row = self.object
        return f"Tersimpan: IDM {format_angka(row.idm, 4)}, status {row.get_status_display()}."


class IdmDesaCreate(IdmDesaSave, Create):
    """Indeks terbitan baru."""


class IdmDesaUpdate(IdmDesaSave, Update):
    """Indeks terbitan yang dibetulkan."""


class RekapStatusDetail(Detail):
    """Jumlah rekap dibandingkan dengan banyak desa; berbeda hanya diperingatkan."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"peringatan": selisih_rekap(self.object)}
