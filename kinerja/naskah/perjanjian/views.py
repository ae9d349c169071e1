"""Halaman perjanjian: naskahnya, dan pembagian pagu DPA kepada penanggungnya."""

from typing import Any

from documents.jenis import Reading
from documents.views.naskah import NaskahDetail
from kinerja.naskah.perjanjian.reports.sebaran import sebaran_pagu


class PerjanjianDetail(NaskahDetail):
    """Halaman naskah umum dengan pembagian pagunya."""

    def milik_jenis(self, reading: Reading) -> dict[str, Any]:
        """Dari bahan yang sama dengan isinya."""
        return {"sebaran": sebaran_pagu(self.object, reading.facts)}
