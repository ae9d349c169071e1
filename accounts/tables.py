from accounts.models import Bidang, Pejabat, PerangkatDaerah, User
from core.tables import Table


class PerangkatDaerahTable(Table):
    class Meta(Table.Meta):
        model = PerangkatDaerah
        fields = ("nama", "singkatan", "jenis", "tempat")


class BidangTable(Table):
    class Meta(Table.Meta):
        model = Bidang
        fields = ("nama", "perangkat_daerah__nama", "urutan")


class PejabatTable(Table):
    class Meta(Table.Meta):
        model = Pejabat
        fields = ("nama", "jabatan", "perangkat_daerah__singkatan", "sifat", "mulai", "sampai")


class UserTable(Table):
    class Meta(Table.Meta):
        model = User
        fields = (
            "username", "first_name", "role_labels", "perangkat_daerah__singkatan", "bidang", "is_active", "last_login",
        )  # fmt: skip
