"""Tabel meja reviu dan pedomannya."""

from typing import Any

import django_tables2 as tables
from django.utils import timezone
from django.utils.html import format_html

from core.tables import StatusColumn, Table
from kinerja.models import ButirPedoman, CatatanReviu, JadwalReviu, PedomanReviu
from kinerja.reviu.jenis import jenis_reviu, pilihan_jenis

LEWAT = "Lewat tenggat"


class JenisColumn(tables.Column):
    """Sebutan jenis naskah menurut labelnya."""

    def render(self, value: str) -> str:
        return dict(pilihan_jenis()).get(value, value)


class StatusUtasColumn(StatusColumn):
    """Status utas, dan yang lewat tenggat."""

    def render(self, value: Any, record: Any, bound_column: Any) -> str:
        status = super().render(value, record, bound_column)
        if not record.is_lewat(timezone.localdate()):
            return status
        lewat = format_html('<span class="status status-lewat-tenggat">{}</span>', LEWAT)
        return format_html("{} {}", status, lewat)


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

    status = StatusUtasColumn()

    class Meta(Table.Meta):
        model = CatatanReviu
        fields = ("uraian", "nomor", "sebutan", "penanggung", "tenggat", "status")
