from core.urls import crud_urls
from kinerja.models import EvaluasiAkip, Rekomendasi
from kinerja.reviu import filters, forms, tables, views

urlpatterns = [
    *crud_urls(
        EvaluasiAkip,
        prefix="evaluasi-akip",
        form_class=forms.EvaluasiAkipForm,
        table_class=tables.EvaluasiAkipTable,
        filterset_class=filters.EvaluasiAkipFilter,
        related=("kabupaten",),
        panels={"rekomendasi_set": tables.RekomendasiTable},
        custom={"detail": views.EvaluasiAkipDetail},
    ),
    *crud_urls(
        Rekomendasi,
        prefix="rekomendasi",
        form_class=forms.RekomendasiForm,
        table_class=tables.RekomendasiTable,
        filterset_class=filters.RekomendasiFilter,
        related=("evaluasi",),
    ),
]
