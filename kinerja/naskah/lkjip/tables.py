import django_tables2 as tables

from core.tables import StatusColumn, Table
from kinerja.models import (
    Lkjip,
    NaskahBaku,
    RekapPegawai,
)


class RekapPegawaiTable(Table):
    class Meta(Table.Meta):
        model = RekapPegawai
        fields = ("nama", "kelompok", "urutan", "jumlah", "tahun")


class NaskahBakuTable(Table):
    class Meta(Table.Meta):
        model = NaskahBaku
        fields = ("judul", "kode", "urutan")


class LkjipTable(Table):
    judul = tables.Column(
        verbose_name="LKjIP", empty_values=(), linkify=lambda record: record.get_absolute_url(), orderable=False
    )
    status = StatusColumn()

    class Meta(Table.Meta):
        model = Lkjip
        fields = ("judul", "nomor", "tanggal", "status", "signed_at")

    def render_judul(self, record: Lkjip) -> str:
        return str(record)
