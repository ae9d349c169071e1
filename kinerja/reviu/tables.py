"""Tabel meja reviu dan pedomannya."""

import django_tables2 as tables

from core.tables import StatusColumn, Table
from kinerja.models import ButirPedoman, CatatanReviu, JadwalReviu, PedomanReviu
from kinerja.reviu.jenis import jenis_reviu, pilihan_jenis


class JenisColumn(tables.Column):
    """Sebutan jenis naskah menurut labelnya."""

    def render(self, value: str) -> str:
        return dict(pilihan_jenis()).get(value, value)


class PedomanTable(Table):
    """Pedoman dengan jenis naskah dan pemiliknya."""

    document = JenisColumn(verbose_name="Jenis naskah")

    class Meta(Table.Meta):
        model = PedomanReviu
        fields = ("nama", "document", "versi", "kabupaten")


class ButirTable(Table):
    """Butir satu pedoman, petunjuknya dengan kata."""

    petunjuk = tables.Column("Petunjuk sistem", orderable=False)

    class Meta(Table.Meta):
        model = ButirPedoman
        fields = ("uraian", "bagian", "nomor", "petunjuk")

    related = ("pedoman",)

    def render_petunjuk(self, value: str, record: ButirPedoman) -> str:
        jenis = jenis_reviu(record.pedoman.document)
        if jenis is None or value not in jenis.petunjuk:
            return value
        sebutan, _ = jenis.petunjuk[value]
        return sebutan


class JadwalTable(Table):
    """Tenggat tiap jenis naskah."""

    document = JenisColumn(
        verbose_name="Jenis naskah", linkify=lambda record: record.get_absolute_url()
    )

    class Meta(Table.Meta):
        model = JadwalReviu
        fields = ("document", "tahun", "tenggat")


class CatatanTable(Table):
    """Catatan satu reviu."""

    status = StatusColumn()

    class Meta(Table.Meta):
        model = CatatanReviu
        fields = ("uraian", "nomor", "sebutan", "penanggung", "tenggat", "status")
