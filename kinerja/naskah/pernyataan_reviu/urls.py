from core.urls import crud_urls
from documents.urls import RELATED, naskah_urls
from documents.views.naskah import NaskahDetail
from kinerja.models import PernyataanReviu
from kinerja.naskah.pernyataan_reviu import filters, forms, tables

urlpatterns = [
    *crud_urls(
        PernyataanReviu,
        prefix="pernyataan-reviu",
        form_class=forms.PernyataanReviuForm,
        table_class=tables.PernyataanReviuTable,
        filterset_class=filters.PernyataanReviuFilter,
        related=("lkjip__kabupaten", *RELATED),
        custom={"detail": NaskahDetail},
    ),
    *naskah_urls(PernyataanReviu, prefix="pernyataan-reviu", has_lembar=False),
]
