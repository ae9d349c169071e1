"""Jalan target, realisasi, pengukuran triwulan dan buktinya."""

from django.urls import path

from core.urls import READ, crud_urls
from documents.urls import grid_urls
from documents.views.bukti import BuktiDownload
from kinerja.models import (
    BuktiPengukuran,
    BuktiRealisasi,
    PengukuranKegiatan,
    PengukuranProgram,
    PengukuranSub,
    PengukuranTambahan,
    PeriodeIsian,
    PerubahanTarget,
    Realisasi,
    Target,
)
from kinerja.pengukuran import filters, forms, grids, tables, views

urlpatterns = [
    *crud_urls(
        Target,
        prefix="target",
        form_class=forms.TargetForm,
        table_class=tables.TargetTable,
        filterset_class=filters.TargetFilter,
        related=("indikator", "tingkat"),
        panels={"perubahan": tables.PerubahanTargetTable},
        custom={"create": views.TargetCreate, "update": views.TargetUpdate},
    ),
    *crud_urls(
        Realisasi,
        prefix="realisasi",
        form_class=forms.RealisasiForm,
        table_class=tables.RealisasiListTable,
        filterset_class=filters.RealisasiFilter,
        related=("indikator",),
        panels={"bukti": tables.BuktiRealisasiTable},
        custom={
            "list": views.RealisasiList,
            "detail": views.RealisasiDetail,
            "create": views.RealisasiCreate,
            "update": views.RealisasiUpdate,
        },
    ),
    *crud_urls(
        BuktiRealisasi,
        prefix="bukti",
        only=(*READ, "delete"),
        table_class=tables.BuktiListTable,
        filterset_class=filters.BuktiRealisasiFilter,
        related=("realisasi__indikator",),
    ),
    path(
        "bukti/<int:pk>/unduh/",
        BuktiDownload.as_view(model=BuktiRealisasi),
        name="buktirealisasi_download",
    ),
    *crud_urls(
        PeriodeIsian,
        prefix="periode-isian",
        form_class=forms.PeriodeIsianForm,
        table_class=tables.PeriodeIsianTable,
        filterset_class=filters.PeriodeIsianFilter,
    ),
    *crud_urls(
        PengukuranProgram,
        prefix="pengukuran/program",
        form_class=forms.PengukuranProgramForm,
        table_class=tables.PengukuranProgramTable,
        filterset_class=filters.PengukuranProgramFilter,
        related=("program",),
    ),
    *crud_urls(
        PengukuranKegiatan,
        prefix="pengukuran/kegiatan",
        form_class=forms.PengukuranKegiatanForm,
        table_class=tables.PengukuranKegiatanTable,
        filterset_class=filters.PengukuranKegiatanFilter,
        related=("kegiatan__program",),
    ),
    *crud_urls(
        PengukuranTambahan,
        prefix="pengukuran/tambahan",
        form_class=forms.PengukuranTambahanForm,
        table_class=tables.PengukuranTambahanTable,
        filterset_class=filters.PengukuranTambahanFilter,
        related=("tambahan__program",),
    ),
    *crud_urls(
        PengukuranSub,
        prefix="pengukuran/sub-kegiatan",
        form_class=forms.PengukuranSubForm,
        table_class=tables.PengukuranSubListTable,
        filterset_class=filters.PengukuranSubFilter,
        related=("sub_kegiatan__kegiatan__program",),
        panels={"bukti": tables.BuktiPengukuranTable},
        custom={
            "list": views.PengukuranSubList,
            "detail": views.PengukuranSubDetail,
            "create": views.PengukuranSubCreate,
            "update": views.PengukuranSubUpdate,
        },
    ),
    *crud_urls(
        BuktiPengukuran,
        prefix="bukti-pengukuran",
        only=(*READ, "delete"),
        table_class=tables.BuktiPengukuranListTable,
        filterset_class=filters.BuktiPengukuranFilter,
        related=("pengukuran__sub_kegiatan",),
    ),
    path(
        "bukti-pengukuran/<int:pk>/unduh/",
        BuktiDownload.as_view(model=BuktiPengukuran),
        name="buktipengukuran_download",
    ),
    *crud_urls(
        PerubahanTarget,
        prefix="perubahan-target",
        only=("list", "detail"),
        table_class=tables.PerubahanTargetListTable,
        filterset_class=filters.PerubahanTargetFilter,
        related=("target__indikator",),
    ),
    *grid_urls(grids.EvaluasiGrid, prefix="evaluasi/", name="evaluasi_grid", app="kinerja"),
]
