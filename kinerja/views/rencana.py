"""Halaman pengukuran triwulan: rincian dengan evaluasinya, isian dengan berkas bukti."""

from typing import Any

from core.views import Create, Detail, List, Update
from documents.views.bukti import BuktiSave
from kinerja.models import Dpa, PengukuranSub, RencanaAksi, SubKegiatan
from kinerja.rencana import Evaluasi
from kinerja.tahun.pohon import evaluasi_sub


def _evaluasi(sub: SubKegiatan) -> Evaluasi:
    return evaluasi_sub(sub, {row.triwulan: row for row in sub.pengukuran.all()})


class SubKegiatanDetail(Detail):
    """Baris sub kegiatan dengan DPA-nya, rencana aksinya, dan evaluasi setahun."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        sub: SubKegiatan = self.object
        dinas = sub.kegiatan.program.perangkat_daerah
        return super().get_context_data(**kwargs) | {
            "evaluasi": _evaluasi(sub),
            "rencana": RencanaAksi.objects.filter(sub_kegiatan=sub).first(),
            "dpa": Dpa.objects.filter(perangkat_daerah=dinas, tahun=sub.tahun).order_by("jenis"),
        }


class PengukuranSubList(List):
    def get_queryset(self) -> Any:
        return super().get_queryset().with_jumlah_bukti()


class PengukuranSubDetail(Detail):
    """Isian satu triwulan di samping jumlah, persen dan simpangan setahun barisnya."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        row: PengukuranSub = self.object
        return super().get_context_data(**kwargs) | {"evaluasi": _evaluasi(row.sub_kegiatan)}


class PengukuranSubCreate(BuktiSave, Create):
    pass


class PengukuranSubUpdate(BuktiSave, Update):
    pass
