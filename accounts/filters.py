from accounts.models import Bidang, Pejabat, PerangkatDaerah, User
from core.filters import FilterSet, cari


class PerangkatDaerahFilter(FilterSet):
    nama = cari("nama")

    class Meta:
        model = PerangkatDaerah
        fields = ("nama", "jenis")


class BidangFilter(FilterSet):
    nama = cari("nama")

    class Meta:
        model = Bidang
        fields = ("nama", "perangkat_daerah")


class PejabatFilter(FilterSet):
    nama = cari("nama")

    class Meta:
        model = Pejabat
        fields = ("nama", "perangkat_daerah", "sifat")


class UserFilter(FilterSet):
    username = cari("username")

    class Meta:
        model = User
        fields = ("username", "perangkat_daerah", "is_active")
