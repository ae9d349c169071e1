import django_tables2 as tables

from core.tables import StatusColumn, Table
from kinerja.models import NaskahKinerja, PerjanjianKinerja, PernyataanReviu


class NaskahKinerjaTable(Table):
    related = ("bidang", "kabupaten")
    jenis = tables.Column(accessor="get_jenis_display", order_by="jenis", verbose_name="Naskah")
    status = StatusColumn()

    class Meta(Table.Meta):
        model = NaskahKinerja
        fields = ("jenis", "tahun", "triwulan", "bidang", "nomor", "tanggal", "status")


class PerjanjianKinerjaTable(Table):
    related = ("pihak_pertama", "pihak_kedua", "bidang")
    pihak_pertama = tables.Column(linkify=lambda record: record.get_absolute_url())
    status = StatusColumn()

    class Meta(Table.Meta):
        model = PerjanjianKinerja
        fields = ("pihak_pertama", "pihak_kedua", "tahun", "tingkat", "nomor", "tanggal", "status")


class PernyataanReviuTable(Table):
    related = ("lkjip__kabupaten",)
    lkjip = tables.Column(linkify=lambda record: record.get_absolute_url())
    status = StatusColumn()

    class Meta(Table.Meta):
        model = PernyataanReviu
        fields = ("lkjip", "tahun", "nomor", "tanggal", "status")
