from core.filters import FilterSet, TahunFilter
from documents.models import Pembukaan


class PembukaanFilter(FilterSet):
    tahun = TahunFilter()

    class Meta:
        model = Pembukaan
        fields = ("tahun", "lingkup")
