from core.filters import FilterSet, TahunFilter, cari
from kinerja.models import (
    EvaluasiAkip,
    Rekomendasi,
)


class EvaluasiAkipFilter(FilterSet):
    class Meta:
        model = EvaluasiAkip
        fields = ()


class RekomendasiFilter(FilterSet):
    tahun = TahunFilter(field_name="evaluasi__tahun")
    uraian = cari("uraian", "Uraian memuat")

    class Meta:
        model = Rekomendasi
        fields = ("tahun", "uraian")
