from core.filters import FilterSet, TahunFilter
from kinerja.models import NaskahKinerja


class NaskahKinerjaFilter(FilterSet):
    tahun = TahunFilter()

    class Meta:
        model = NaskahKinerja
        fields = ("tahun", "jenis", "bidang", "status")
