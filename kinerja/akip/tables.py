"""Tabel butir pedoman AKIP dan berkas buktinya."""

from core.tables import Table
from kinerja.akip.reports.petunjuk import PETUNJUK
from kinerja.models import BuktiAkip, ButirAkip
from kinerja.pengukuran.tables import BuktiTable


class ButirAkipTable(Table):
    """Butir satu pedoman menurut kodenya, petunjuknya dengan kata."""

    class Meta(Table.Meta):
        model = ButirAkip
        fields = ("kode", "uraian", "bobot", "petunjuk")

    related = ("pedoman",)

    def render_petunjuk(self, value: str) -> str:
        """Kunci yang tidak dikenal tampil apa adanya."""
        if value not in PETUNJUK:
            return value
        sebutan, _ = PETUNJUK[value]
        return sebutan


class BuktiAkipTable(BuktiTable):
    """Berkas bukti dengan kriterianya."""

    class Meta(BuktiTable.Meta):
        model = BuktiAkip
        fields = ("nama", "isian", "ukuran", "uploaded_by", "uploaded_at", "berkas")
        sequence = fields
