"""Jalan kerja sama antar desa dan formulirnya."""

from django.urls import path

from core.urls import crud_urls
from documents.urls import grid_urls
from documents.views.bukti import BuktiDownload
from villages import filters, forms, grids, tables
from villages.models import (
    AnggotaKerjaSama,
    DokumenKerjaSama,
    FormulirKerjaSama,
    KerjaSama,
    TautanKerjaSama,
)
from villages.views import kerja_sama

kerja_sama_patterns = [
    *grid_urls(
        grids.KerjaSamaGrid,
        prefix="kerja-sama/formulir/",
        name="kerjasama_grid",
        app="villages",
        template_name="villages/kerjasama_grid.html",
    ),
    path("kerja-sama/angka/", kerja_sama.angka_kerja_sama, name="kerjasama_angka"),
    path("kerja-sama/formulir/cetak/", kerja_sama.formulir_xlsx, name="kerjasama_cetak"),
    path("kerja-sama/salin/", kerja_sama.SalinKerjaSama.as_view(), name="kerjasama_salin"),
    *crud_urls(
        KerjaSama,
        prefix="kerja-sama",
        form_class=forms.KerjaSamaForm,
        table_class=tables.KerjaSamaTable,
        filterset_class=filters.KerjaSamaFilter,
        related=("kecamatan__kabupaten",),
        panels={
            "anggotakerjasama_set": tables.AnggotaKerjaSamaTable,
            "tautankerjasama_set": tables.TautanKerjaSamaTable,
            "bukti": tables.DokumenKerjaSamaTable,
        },
        custom={
            "detail": kerja_sama.KerjaSamaDetail,
            "create": kerja_sama.KerjaSamaCreate,
            "update": kerja_sama.KerjaSamaUpdate,
        },
    ),
    *crud_urls(
        TautanKerjaSama,
        prefix="tautan-kerja-sama",
        form_class=forms.TautanKerjaSamaForm,
        table_class=tables.TautanKerjaSamaTable,
        filterset_class=filters.TautanKerjaSamaFilter,
        related=("kerja_sama__kabupaten",),
    ),
    *crud_urls(
        DokumenKerjaSama,
        prefix="dokumen-kerja-sama",
        only=("list", "detail", "delete"),
        table_class=tables.DokumenKerjaSamaTable,
        filterset_class=filters.DokumenKerjaSamaFilter,
        related=("kerja_sama__kabupaten",),
    ),
    path(
        "dokumen-kerja-sama/<int:pk>/unduh/",
        BuktiDownload.as_view(model=DokumenKerjaSama),
        name="dokumenkerjasama_download",
    ),
    *crud_urls(
        FormulirKerjaSama,
        prefix="keterangan-kerja-sama",
        form_class=forms.FormulirKerjaSamaForm,
        table_class=tables.FormulirKerjaSamaTable,
        filterset_class=filters.FormulirKerjaSamaFilter,
        related=("kerja_sama__kecamatan", "kerja_sama__kabupaten"),
    ),
    *crud_urls(
        AnggotaKerjaSama,
        prefix="anggota-kerja-sama",
        form_class=forms.AnggotaKerjaSamaForm,
        table_class=tables.AnggotaKerjaSamaTable,
        filterset_class=filters.AnggotaKerjaSamaFilter,
        related=("desa", "kerja_sama__kecamatan"),
        custom={"list": kerja_sama.AnggotaKerjaSamaList},
    ),
]
