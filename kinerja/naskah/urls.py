from core.urls import crud_urls
from documents.urls import RELATED, naskah_urls
from documents.views.naskah import NaskahDetail
from kinerja.models import NaskahKinerja
from kinerja.naskah import filters, forms, tables
from kinerja.naskah.lkjip import urls as lkjip
from kinerja.naskah.perjanjian import urls as perjanjian
from kinerja.naskah.pernyataan_reviu import urls as pernyataan_reviu

urlpatterns = [
    *lkjip.urlpatterns,
    *perjanjian.urlpatterns,
    *pernyataan_reviu.urlpatterns,
    *crud_urls(
        NaskahKinerja,
        prefix="naskah",
        form_class=forms.NaskahKinerjaForm,
        table_class=tables.NaskahKinerjaTable,
        filterset_class=filters.NaskahKinerjaFilter,
        related=(*RELATED, "bidang"),
        custom={"detail": NaskahDetail},
    ),
    *naskah_urls(NaskahKinerja, prefix="naskah"),
]
