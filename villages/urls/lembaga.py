"""Jalan lembaga kemasyarakatan, PKK, dan berkas bukti IKK."""

from django.urls import path

from core.urls import READ, crud_urls
from documents.urls import RELATED, grid_urls, naskah_urls
from villages import filters, forms, grids, tables
from villages.models import (
    AngkaIkk,
    BerkasIkk,
    KegiatanPkk,
    Lembaga,
    OutcomeIkk,
    OutputIkk,
    Pengurus,
    RekapLembaga,
    RincianLembaga,
)
from villages.views import lembaga
from villages.views.ikk import BerkasIkkDetail

urlpatterns = [
    *grid_urls(
        grids.RekapLembagaGrid, prefix="lembaga/isian/", name="rekaplembaga_grid", app="villages"
    ),
    *grid_urls(
        grids.RincianLembagaGrid,
        prefix="lembaga/rincian/isian/",
        name="rincianlembaga_grid",
        app="villages",
    ),
    *grid_urls(grids.KegiatanPkkGrid, prefix="pkk/isian/", name="kegiatanpkk_grid", app="villages"),
    path("lembaga/kelengkapan/", lembaga.kelengkapan_lembaga, name="kelengkapan"),
    path(
        "register-lembaga/sk-berakhir/",
        lembaga.SkBerakhir.as_view(
            model=Lembaga, table_class=tables.LembagaTable, filterset_class=filters.LembagaFilter
        ),
        name="lembaga_berakhir",
    ),
    *crud_urls(
        Lembaga,
        prefix="register-lembaga",
        form_class=forms.LembagaForm,
        table_class=tables.LembagaTable,
        filterset_class=filters.LembagaFilter,
        related=("desa__kecamatan__kabupaten",),
        panels={"pengurus_set": tables.PengurusTable},
        custom={"list": lembaga.LembagaList},
    ),
    *crud_urls(
        Pengurus,
        prefix="pengurus",
        form_class=forms.PengurusForm,
        table_class=tables.PengurusTable,
        filterset_class=filters.PengurusFilter,
        related=("lembaga__desa__kecamatan__kabupaten",),
    ),
    *crud_urls(
        RincianLembaga,
        prefix="lembaga/rincian",
        only=READ,
        table_class=tables.RincianLembagaTable,
        filterset_class=filters.RincianLembagaFilter,
        related=("desa__kecamatan__kabupaten",),
    ),
    *crud_urls(
        RekapLembaga,
        prefix="lembaga",
        form_class=forms.RekapLembagaForm,
        table_class=tables.RekapLembagaTable,
        filterset_class=filters.RekapLembagaFilter,
        related=("kecamatan__kabupaten",),
        paginate_by=50,
    ),
    *crud_urls(
        KegiatanPkk,
        prefix="pkk",
        form_class=forms.KegiatanPkkForm,
        table_class=tables.KegiatanPkkTable,
        filterset_class=filters.KegiatanPkkFilter,
        related=("kecamatan__kabupaten",),
        paginate_by=50,
    ),
    *crud_urls(
        OutcomeIkk,
        prefix="ikk/outcome",
        form_class=forms.OutcomeIkkForm,
        table_class=tables.OutcomeIkkTable,
        filterset_class=filters.OutcomeIkkFilter,
        related=("kabupaten",),
    ),
    *crud_urls(
        OutputIkk,
        prefix="ikk/output",
        form_class=forms.OutputIkkForm,
        table_class=tables.OutputIkkTable,
        filterset_class=filters.OutputIkkFilter,
        related=("kabupaten",),
        panels={"angkaikk_set": tables.AngkaIkkTable},
    ),
    *crud_urls(
        AngkaIkk,
        prefix="ikk/angka",
        form_class=forms.AngkaIkkForm,
        table_class=tables.AngkaIkkTable,
        filterset_class=filters.AngkaIkkFilter,
        related=("output__kabupaten",),
    ),
    *crud_urls(
        BerkasIkk,
        prefix="ikk",
        form_class=forms.BerkasIkkForm,
        table_class=tables.BerkasIkkTable,
        filterset_class=filters.BerkasIkkFilter,
        related=(*RELATED, "menggantikan"),
        custom={"detail": BerkasIkkDetail},
    ),
    *naskah_urls(BerkasIkk, prefix="ikk"),
]
