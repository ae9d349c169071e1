from core.filters import FilterSet, TahunFilter
from documents.models import Impor, Pembukaan


class PembukaanFilter(FilterSet):
    tahun = TahunFilter()

    class Meta:
        model = Pembukaan
        fields = ("tahun", "lingkup")


class ImporFilter(FilterSet):
    tahun = TahunFilter()

    class Meta:
        model = Impor
        fields = ("tahun", "status")
