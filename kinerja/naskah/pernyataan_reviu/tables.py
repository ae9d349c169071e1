import django_tables2 as tables

from core.tables import StatusColumn, Table
from kinerja.models import PernyataanReviu


class PernyataanReviuTable(Table):
    related = ("lkjip__kabupaten",)
    lkjip = tables.Column(linkify=lambda record: record.get_absolute_url())
    status = StatusColumn()

    class Meta(Table.Meta):
        model = PernyataanReviu
        fields = ("lkjip", "tahun", "nomor", "tanggal", "status")
