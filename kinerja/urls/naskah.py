"""Jalan naskah kinerja, Perjanjian Kinerja, dan kisi rencana aksi serta evaluasinya."""

from core.urls import crud_urls
from documents.urls import document_urls, grid_urls
from documents.views.naskah import DocumentDetail
from kinerja import forms, grids
from kinerja.filters import naskah as filters
from kinerja.models import NaskahKinerja, PerjanjianKinerja, PernyataanReviu
from kinerja.tables import naskah as tables

DOKUMEN_UMUM = ("kabupaten", "pengesahan", "submitted_by", "approved_by", "signed_by", "reviewed_by")
DOKUMEN = (*DOKUMEN_UMUM, "bidang")

urlpatterns = [
    *grid_urls(grids.RencanaAksiGrid, prefix="rencana-aksi/", name="rencanaaksi_grid", app="kinerja"),
    *grid_urls(grids.EvaluasiGrid, prefix="evaluasi/", name="evaluasi_grid", app="kinerja"),
    *crud_urls(
        NaskahKinerja,
        prefix="naskah",
        form_class=forms.NaskahKinerjaForm,
        table_class=tables.NaskahKinerjaTable,
        filterset_class=filters.NaskahKinerjaFilter,
        related=DOKUMEN,
        custom={"detail": DocumentDetail},
    ),
    *document_urls(NaskahKinerja, prefix="naskah"),
    *crud_urls(
        PerjanjianKinerja,
        prefix="perjanjian",
        form_class=forms.PerjanjianKinerjaForm,
        table_class=tables.PerjanjianKinerjaTable,
        filterset_class=filters.PerjanjianKinerjaFilter,
        related=(*DOKUMEN, "pihak_pertama", "pihak_kedua", "menggantikan"),
        custom={"detail": DocumentDetail},
    ),
    *document_urls(PerjanjianKinerja, prefix="perjanjian"),
    *crud_urls(
        PernyataanReviu,
        prefix="pernyataan-reviu",
        form_class=forms.PernyataanReviuForm,
        table_class=tables.PernyataanReviuTable,
        filterset_class=filters.PernyataanReviuFilter,
        related=("lkjip__kabupaten", *DOKUMEN_UMUM),
        custom={"detail": DocumentDetail},
    ),
    *document_urls(PernyataanReviu, prefix="pernyataan-reviu", has_sheet=False),
]
