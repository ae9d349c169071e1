"""Silsilah satu indikator."""

from typing import Any

from core.views import Context, Detail
from kinerja.definisi.reports import banding
from kinerja.models import PerubahanTarget
from kinerja.tahun.pengukuran import dirinci
from kinerja.tahun.renstra import tahun_dalam
from kinerja.tahun.tahun_kinerja import tahun_indikator
from kinerja.tahun.tercetak import banding_indikator


def deret_tahun(pengukuran: Any, indikator: Any) -> Context:
    """Ukuran tiap tahun periodenya; kolom angka tercetaknya hanya bila ada isinya."""
    deret = [pengukuran.ukur(indikator, t) for t in pengukuran.renstra.tahun_periode]
    isian = [satu.isian for satu in deret if satu.isian]
    return {"deret": deret, "has_tercetak": any(row.tercetak for row in isian)}


class IndikatorDetail(Detail):
    """Definisi indikator, rumus, masukan tahun kerja, dan desa di baliknya."""

    def get_context_data(self, **kwargs: Any) -> Context:
        """Ukuran tahun kerja, deretnya, dan masa-masanya."""
        context = super().get_context_data(**kwargs)
        tahun_kerja: int = self.request.tahun  # type: ignore[attr-defined]
        tahun = tahun_dalam(self.object.sasaran.periode, tahun_kerja)
        kinerja = tahun_indikator(self.object, tahun)
        pengukuran = kinerja.pengukuran
        ukuran = pengukuran.ukur(self.object)
        riwayat = PerubahanTarget.objects.filter(target__indikator=self.object)
        context |= deret_tahun(pengukuran, self.object)
        return context | {
            "banding": banding(kinerja, self.object),
            "dibatalkan": self.object.definisi_tahun.exclude(semula__isnull=True),
            "ukuran": dirinci(ukuran, kinerja.data),
            "per_masa": pengukuran.masa[self.object.pk],
            "perubahan": riwayat.select_related("target"),
            "tercetak": banding_indikator(kinerja, ukuran.indikator),
            "bukti": list(ukuran.isian.bukti.all()) if ukuran.isian else [],
        }
