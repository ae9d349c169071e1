import django_tables2 as tables

from core.tables import AngkaColumn, StatusColumn, Table
from documents.models import Impor, Pembukaan


class PembukaanTable(Table):
    related = ("dibuka_by",)
    lingkup = tables.Column(accessor="get_lingkup_display", order_by="lingkup")
    is_active = tables.BooleanColumn(
        verbose_name="Sedang terbuka",
        yesno=("Ya", "Tidak"),
        orderable=False,
    )

    class Meta(Table.Meta):
        model = Pembukaan
        fields = ("lingkup", "tahun", "is_active", "sampai", "dibuka_by", "dibuka_at", "alasan")


class ImporTable(Table):
    status = StatusColumn()
    banyak_ubahan = AngkaColumn("Ubahan", orderable=False)
    banyak_kesalahan = AngkaColumn("Kesalahan", orderable=False)

    class Meta(Table.Meta):
        model = Impor
        fields = (
            "nama",
            "judul",
            "tahun",
            "status",
            "banyak_ubahan",
            "banyak_kesalahan",
            "uploaded_by",
            "uploaded_at",
        )
