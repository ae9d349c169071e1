from core.filters import FilterSet, TahunFilter, cari
from kinerja.models import (
    AngkaTercetak,
)


class AngkaTercetakFilter(FilterSet):
    tahun = TahunFilter()
    tempat = cari("tempat", "Tempat memuat")
    rujukan = cari("rujukan", "Rujukan memuat")

    class Meta:
        model = AngkaTercetak
        fields = ("tahun", "tempat", "rujukan")
