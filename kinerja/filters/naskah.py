from core.filters import FilterSet, TahunFilter
from kinerja.models import NaskahKinerja, PerjanjianKinerja


class NaskahKinerjaFilter(FilterSet):
    tahun = TahunFilter()

    class Meta:
        model = NaskahKinerja
        fields = ("tahun", "jenis", "bidang", "status")


class PerjanjianKinerjaFilter(FilterSet):
    tahun = TahunFilter()

    class Meta:
        model = PerjanjianKinerja
        fields = ("tahun", "tingkat", "bidang", "status")
