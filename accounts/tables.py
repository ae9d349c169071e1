from accounts.models import Bidang, Pejabat, PerangkatDaerah, User
from core.tables import Table


class PerangkatDaerahTable(Table):
    class Meta(Table.Meta):
        model = PerangkatDaerah
        fields = ("nama", "singkatan", "tempat", "tahun_kerja")


class BidangTable(Table):
    class Meta(Table.Meta):
        model = Bidang
        fields = ("nama", "urutan")


class PejabatTable(Table):
    class Meta(Table.Meta):
        model = Pejabat
        fields = ("nama", "jabatan", "sifat", "mulai", "sampai")


class UserTable(Table):
    class Meta(Table.Meta):
        model = User
        fields = ("username", "first_name", "role_labels", "is_active", "last_login")
