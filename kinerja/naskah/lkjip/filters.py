from core.filters import FilterSet, TahunFilter, cari
from kinerja.models import (
    Lkjip,
    NaskahBaku,
    RekapPegawai,
)


class RekapPegawaiFilter(FilterSet):
    tahun = TahunFilter()

    class Meta:
        model = RekapPegawai
        fields = ("tahun", "kelompok")


class NaskahBakuFilter(FilterSet):
    judul = cari("judul", "Judul memuat")

    class Meta:
        model = NaskahBaku
        fields = ("judul",)


class LkjipFilter(FilterSet):
    tahun = TahunFilter()

    class Meta:
        model = Lkjip
        fields = ("tahun", "status")
