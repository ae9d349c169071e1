"""Halaman program, kegiatan dan sub kegiatan dengan uangnya."""

from typing import Any

from core.views import Context, Detail, List
from kinerja.models import Dpa, RencanaAksi, SubKegiatan
from kinerja.pengukuran.reports.evaluasi import evaluasi
from kinerja.tahun.anggaran import uang


class UangList(List):
    """Daftar program atau kegiatan dengan jumlah uangnya."""

    def get_queryset(self) -> Any:
        return super().get_queryset().with_uang()


class ProgramDetail(Detail):
    """Uang program sebagaimana masuk laporan, di atas kegiatannya."""

    def get_queryset(self) -> Any:
        return super().get_queryset().with_uang()

    def panel(self, nama: str, table: Any) -> tuple[str, Any]:
        """Kegiatan dengan jumlah uangnya, sekali kueri."""
        if nama != "kegiatan_set":
            return super().panel(nama, table)
        rows = self.object.kegiatan_set.with_uang().select_related("program")
        return "Kegiatan", table(rows, orderable=False)

    def get_context_data(self, **kwargs: Any) -> Context:
        return super().get_context_data(**kwargs) | {"uang": uang(self.object)}


class KegiatanDetail(Detail):
    """Kegiatan di atas sub kegiatannya."""

    def panel(self, nama: str, table: Any) -> tuple[str, Any]:
        """Sub kegiatan dengan realisasinya, sekali kueri."""
        if nama != "subkegiatan_set":
            return super().panel(nama, table)
        rows = self.object.subkegiatan_set.with_realisasi().select_related(*table.related)
        return "Sub kegiatan", table(rows, orderable=False)


class SubKegiatanList(List):
    """Daftar sub kegiatan dengan realisasinya."""

    def get_queryset(self) -> Any:
        return super().get_queryset().with_realisasi()


class SubKegiatanDetail(Detail):
    """Baris sub kegiatan dengan DPA-nya, rencana aksinya, dan evaluasi setahun."""

    def get_context_data(self, **kwargs: Any) -> Context:
        sub: SubKegiatan = self.object
        dinas = sub.kegiatan.program.perangkat_daerah
        return super().get_context_data(**kwargs) | {
            "evaluasi": evaluasi(sub),
            "rencana": RencanaAksi.objects.filter(sub_kegiatan=sub).first(),
            "dpa": Dpa.objects.versi(dinas, sub.tahun),
        }
