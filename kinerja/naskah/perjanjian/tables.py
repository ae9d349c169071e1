import django_tables2 as tables

from core.tables import StatusColumn, Table
from kinerja.models import PerjanjianKinerja


class PerjanjianKinerjaTable(Table):
    related = ("pihak_pertama", "pihak_kedua", "bidang")
    pihak_pertama = tables.Column(linkify=lambda record: record.get_absolute_url())
    status = StatusColumn()

    class Meta(Table.Meta):
        model = PerjanjianKinerja
        fields = ("pihak_pertama", "pihak_kedua", "tahun", "tingkat", "nomor", "tanggal", "status")
