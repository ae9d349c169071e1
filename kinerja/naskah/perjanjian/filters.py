from core.filters import FilterSet, TahunFilter
from kinerja.models import PerjanjianKinerja


class PerjanjianKinerjaFilter(FilterSet):
    tahun = TahunFilter()

    class Meta:
        model = PerjanjianKinerja
        fields = ("tahun", "tingkat", "bidang", "status")
