from core.urls import crud_urls
from documents.urls import RELATED, naskah_urls
from documents.views.naskah import NaskahDetail
from kinerja.models import PerjanjianKinerja
from kinerja.naskah.perjanjian import filters, forms, tables

urlpatterns = [
    *crud_urls(
        PerjanjianKinerja,
        prefix="perjanjian",
        form_class=forms.PerjanjianKinerjaForm,
        table_class=tables.PerjanjianKinerjaTable,
        filterset_class=filters.PerjanjianKinerjaFilter,
        related=(*RELATED, "bidang", "pihak_pertama", "pihak_kedua", "menggantikan"),
        custom={"detail": NaskahDetail},
    ),
    *naskah_urls(PerjanjianKinerja, prefix="perjanjian"),
]
