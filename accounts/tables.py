import django_tables2 as tables

from accounts.models import Bidang, Pejabat, PerangkatDaerah, User
from core.tables import Table


class PerangkatDaerahTable(Table):
    class Meta(Table.Meta):
        model = PerangkatDaerah
        fields = ("nama", "singkatan", "jenis", "tempat")


class BidangTable(Table):
    kantor = tables.Column(accessor="perangkat_daerah__singkatan", verbose_name="Perangkat daerah")

    class Meta(Table.Meta):
        model = Bidang
        fields = ("nama", "kantor", "urutan")


class PejabatTable(Table):
    kantor = tables.Column(accessor="perangkat_daerah__singkatan", verbose_name="Perangkat daerah")

    class Meta(Table.Meta):
        model = Pejabat
        fields = ("nama", "jabatan", "kantor", "sifat", "mulai", "sampai")


class UserTable(Table):
    peran = tables.Column(accessor="role_labels", verbose_name="Peran", orderable=False)
    kantor = tables.Column(accessor="perangkat_daerah__singkatan", verbose_name="Perangkat daerah")

    class Meta(Table.Meta):
        model = User
        fields = (
            "username",
            "first_name",
            "peran",
            "kantor",
            "bidang",
            "is_active",
            "last_login",
        )
