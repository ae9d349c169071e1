from core.filters import FilterSet, TahunFilter
from kinerja.models import PernyataanReviu


class PernyataanReviuFilter(FilterSet):
    tahun = TahunFilter()

    class Meta:
        model = PernyataanReviu
        fields = ("tahun", "status")
