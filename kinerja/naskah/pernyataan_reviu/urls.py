from core.urls import crud_urls
from documents.urls import DOKUMEN, document_urls
from documents.views.naskah import DocumentDetail
from kinerja.models import PernyataanReviu
from kinerja.naskah.pernyataan_reviu import filters, forms, tables

urlpatterns = [
    *crud_urls(
        PernyataanReviu,
        prefix="pernyataan-reviu",
        form_class=forms.PernyataanReviuForm,
        table_class=tables.PernyataanReviuTable,
        filterset_class=filters.PernyataanReviuFilter,
        related=("lkjip__kabupaten", *DOKUMEN),
        custom={"detail": DocumentDetail},
    ),
    *document_urls(PernyataanReviu, prefix="pernyataan-reviu", has_sheet=False),
]
