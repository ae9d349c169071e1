from core.filters import FilterSet, TahunFilter
from kinerja.models import NaskahKinerja, PerjanjianKinerja, PernyataanReviu


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


class PernyataanReviuFilter(FilterSet):
    tahun = TahunFilter()

    class Meta:
        model = PernyataanReviu
        fields = ("tahun", "status")
