"""Jalan naskah kinerja, Perjanjian Kinerja, dan kisi rencana aksi serta evaluasinya."""

from django.urls import path

from core.urls import crud_urls
from core.views.grid import GridView
from documents.urls import document_urls
from documents.views.naskah import DocumentDetail
from kinerja import forms, grids
from kinerja.filters import naskah as filters
from kinerja.models import NaskahKinerja, PerjanjianKinerja
from kinerja.tables import naskah as tables

DOKUMEN = ("kabupaten", "bidang", "pengesahan", "submitted_by", "approved_by", "signed_by", "reviewed_by")

urlpatterns = [
    path("rencana-aksi/", GridView.as_view(grid_class=grids.RencanaAksiGrid), name="rencanaaksi_grid"),
    path("evaluasi/", GridView.as_view(grid_class=grids.EvaluasiGrid), name="evaluasi_grid"),
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
]
