from core.urls import crud_urls
from documents.urls import DOKUMEN, document_urls
from documents.views.naskah import DocumentDetail
from kinerja.models import PerjanjianKinerja
from kinerja.naskah.perjanjian import filters, forms, tables

urlpatterns = [
    *crud_urls(
        PerjanjianKinerja,
        prefix="perjanjian",
        form_class=forms.PerjanjianKinerjaForm,
        table_class=tables.PerjanjianKinerjaTable,
        filterset_class=filters.PerjanjianKinerjaFilter,
        related=(*DOKUMEN, "bidang", "pihak_pertama", "pihak_kedua", "menggantikan"),
        custom={"detail": DocumentDetail},
    ),
    *document_urls(PerjanjianKinerja, prefix="perjanjian"),
]
