"""Pagu DPA menurut penanggungnya, dengan perjanjiannya bila ada dan yang belum ditugaskan."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from accounts.models import Bidang, Pejabat
from kinerja.models import PerjanjianKinerja
from kinerja.tahun.pembagian import Pembagian, Tanggungan, pembagian
from kinerja.tahun.tahun_kinerja import TahunKinerja

Tingkat = PerjanjianKinerja.TingkatJabatan
SEBUTAN = {"III": "bidang", "IV": "pejabat", "P": "pelaksana"}


@dataclass(frozen=True)
class BagianPagu:
    """Pagu satu penanggung dan perjanjian yang memuatnya."""

    nama: str
    pagu: Decimal
    naskah: PerjanjianKinerja | None


@dataclass(frozen=True)
class SebaranPagu:
    """Semua penanggung satu tingkat, dan yang belum ditugaskan."""

    sebutan: str
    bagian: tuple[BagianPagu, ...]
    belum: tuple[Tanggungan, ...]
    tanpa_pagu: tuple[Tanggungan, ...]  # tidak ikut dijumlahkan
    pagu: Decimal | None
    lebih_rinci: str  # rincian yang melebihi pagunya; jumlahnya lalu bukan pagu DPA

    @property
    def ditugaskan(self) -> Decimal:
        """Pagu yang berpenanggung."""
        return sum((satu.pagu for satu in self.bagian), Decimal(0))

    @property
    def jumlah_belum(self) -> Decimal:
        """Pagu yang belum berpenanggung."""
        return sum((satu.pagu or Decimal(0) for satu in self.belum), Decimal(0))

    @property
    def jumlah(self) -> Decimal:
        """Keduanya; sama dengan pagu DPA selama `lebih_rinci` kosong."""
        return self.ditugaskan + self.jumlah_belum

    @property
    def sebutan_jumlah(self) -> str:
        """Bukan pagu DPA bila rinciannya melebihi."""
        if self.lebih_rinci:
            return "Jumlah rincian"
        return "Pagu DPA"


def sebaran_pagu(naskah: PerjanjianKinerja, kinerja: TahunKinerja) -> SebaranPagu:
    """Menurut tingkat perjanjiannya; perjanjian kepala dinas diperlihatkan menurut bidang."""
    tingkat = naskah.tingkat
    if tingkat == Tingkat.ESELON_II:
        tingkat = Tingkat.ESELON_III
    dibagi = pembagian(kinerja.pohon, tingkat)
    semua = PerjanjianKinerja.objects.berlaku(naskah.kabupaten, naskah.tahun, tingkat)
    milik = {satu.penanggung: satu for satu in semua.select_related("pihak_pertama")}
    bagian = [
        BagianPagu(str(row), dibagi.jumlah([row.pk]), milik.get(row.pk))
        for row in _penanggung(dibagi, tingkat)
    ]
    return SebaranPagu(
        sebutan=SEBUTAN[tingkat],
        bagian=tuple(bagian),
        belum=tuple(dibagi.tanpa_penanggung),
        tanpa_pagu=tuple(dibagi.tanpa_pagu),
        pagu=kinerja.anggaran.pagu,
        lebih_rinci=kinerja.pohon.lebih_rinci,
    )


def _penanggung(dibagi: Pembagian, tingkat: str) -> Iterable[Any]:
    """Bidang atau orang yang menanggung uang."""
    model: Any = Bidang if tingkat == Tingkat.ESELON_III else Pejabat
    return model.objects.filter(pk__in=dibagi.penanggung)
