"""Yang ada di sistem ini tentang satu evaluasi, dibaca sekali bagi semua buktinya."""

from functools import cached_property
from typing import Any

from django.urls import reverse

from documents.models import Naskah
from documents.printing import isi_naskah
from documents.snapshot import Unreadable
from documents.workflow import Status
from kinerja.models import EvaluasiAkip, Indikator, Lkjip
from kinerja.tahun.tahun_kinerja import TahunKinerja


class BahanAkip:
    """Tahun kinerja yang dievaluasi, dan LKjIP terakhir sampai tahun itu."""

    def __init__(self, evaluasi: EvaluasiAkip) -> None:
        self.evaluasi = evaluasi
        self.kabupaten = evaluasi.kabupaten
        self.tahun: int = evaluasi.tahun

    def alamat(self, halaman: str, saringan: str = "") -> str:
        """Daftar atau halaman itu pada tahun evaluasinya."""
        url = reverse(f"kinerja:{halaman}")
        return f"{url}?tahun={self.tahun}{saringan}"

    @cached_property
    def kinerja(self) -> TahunKinerja:
        """Tahun kinerja yang dievaluasi."""
        return TahunKinerja(self.kabupaten, self.tahun)

    @property
    def indikator(self) -> tuple[Indikator, ...]:
        """IKU dan IKK yang diukur tahun itu."""
        return self.kinerja.pengukuran.indikator

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
