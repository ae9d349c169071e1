"""Halaman perjanjian: naskahnya, dan pembagian pagu DPA kepada penanggungnya."""

from core.views.dasar import Context
from documents.jenis import Reading
from documents.views.naskah import NaskahDetail
from kinerja.naskah.perjanjian.reports.sebaran import sebaran_pagu


class PerjanjianDetail(NaskahDetail):
    """Halaman naskah umum dengan pembagian pagunya."""

    def uji(self, reading: Reading) -> Context:
        """Pembagiannya dari bahan yang sama dengan ujinya."""
        isi = super().uji(reading)
        isi["sebaran"] = sebaran_pagu(self.object, reading.facts)
        return isi
