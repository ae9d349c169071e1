"""V6: target yang belum tercapai diuraikan sebabnya."""

from decimal import Decimal
from typing import Any

from django.urls import reverse

from core.angka import persen
from documents.uji import Perbandingan, Temuan, uji
from kinerja.tahun.sebab import belum_tercapai, is_bersebab
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.ukuran import Ukuran
from kinerja.uji.checks.bacaan import fakta_ukur

TANPA_SEBAB = (
    "Target belum tercapai, sebabnya belum ditulis. Tulis pada Penjelasan realisasinya, atau pada "
    "Penghambat dan Tindak lanjut sub kegiatan pendukungnya."
)


@uji("V6", "target yang belum tercapai terhadap sebab dan tindak lanjut yang ditulis")
def check(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    """Tiap IKU dan IKK di bawah seratus persen (Permenpan-RB 53/2014, lampiran II)."""
    for ukuran in belum_tercapai(kinerja):
        yield None if is_bersebab(kinerja, ukuran) else _temuan(ukuran)


def _temuan(ukuran: Ukuran) -> Temuan:
    """Menuju isian realisasinya."""
    indikator = ukuran.indikator
    url = indikator.get_absolute_url()
    if ukuran.isian:
        url = reverse("kinerja:realisasi_update", args=[ukuran.isian.pk])
    return Temuan(
        "V6",
        str(indikator),
        TANPA_SEBAB,
        dihitung=persen(ukuran.capaian.rasio or Decimal(0)),
        url=url,
        fakta=fakta_ukur(ukuran, "sebab"),
    )
