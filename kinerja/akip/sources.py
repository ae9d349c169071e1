"""Yang ada di sistem ini tentang satu evaluasi, dibaca sekali bagi semua buktinya."""

from functools import cached_property
from typing import Any

from documents.models import Naskah
from documents.printing import isi_naskah
from documents.snapshot import Unreadable
from documents.workflow import Status
from kinerja.models import EvaluasiAkip, Lkjip
from kinerja.tahun.tahun_kinerja import TahunKinerja


class BahanAkip:
    """Tahun kinerja yang dievaluasi, dan LKjIP terakhir sampai tahun itu."""

    def __init__(self, evaluasi: EvaluasiAkip) -> None:
        self.evaluasi = evaluasi
        self.kabupaten = evaluasi.kabupaten
        self.tahun: int = evaluasi.tahun

    @cached_property
    def kinerja(self) -> TahunKinerja:
        return TahunKinerja(self.kabupaten, self.tahun)

    @cached_property
    def lkjip(self) -> Lkjip | None:
        """Evaluasi berjalan sering mendahului LKjIP tahunnya; tahunnya disebut buktinya."""
        rows = Lkjip.objects.filter(kabupaten=self.kabupaten, tahun__lte=self.tahun)
        return rows.order_by("-tahun", "-pk").first()

    @cached_property
    def isi_lkjip(self) -> Any:
        """Isi bekunya; `None` selama draf, atau bila rusak."""
        if self.lkjip is None or not is_beku(self.lkjip):
            return None
        try:
            return isi_naskah(self.lkjip)
        except Unreadable:
            return None


def is_beku(naskah: Naskah) -> bool:
    """Sudah diajukan, sehingga isinya tetap."""
    return naskah.snapshot is not None and naskah.status != Status.DRAFT
