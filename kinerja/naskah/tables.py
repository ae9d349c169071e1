import django_tables2 as tables

from core.tables import StatusColumn, Table
from kinerja.models import NaskahKinerja


class NaskahKinerjaTable(Table):
    related = ("bidang", "kabupaten")
    jenis = tables.Column(accessor="get_jenis_display", order_by="jenis", verbose_name="Naskah")
    status = StatusColumn()

    class Meta(Table.Meta):
        model = NaskahKinerja
        fields = ("jenis", "tahun", "triwulan", "bidang", "nomor", "tanggal", "status")
