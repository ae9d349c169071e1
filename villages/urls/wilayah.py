"""Jalan kecamatan, desa, batas dan alias namanya."""

from django.urls import path

from core.urls import crud_urls
from documents.urls import impor_urls
from villages import filters, forms, tables
from villages.models import (
    AliasNama,
    BatasDesa,
    Desa,
    Kecamatan,
    RiwayatKecamatan,
    RiwayatWilayah,
)
from villages.penerima import KodeWilayah
from villages.views import peta, wilayah

wilayah_patterns = [
    path("peta/", peta.peta, name="peta"),
    path("peta/batas/", peta.MuatBatas.as_view(), name="batasdesa_muat"),
    *impor_urls(KodeWilayah, prefix="desa/impor/", name="desa", app="villages"),
    path("alias/cocokkan/", wilayah.Cocokkan.as_view(), name="aliasnama_cocok"),
    *crud_urls(
        Kecamatan,
        prefix="kecamatan",
        form_class=forms.KecamatanForm,
        table_class=tables.KecamatanTable,
        filterset_class=filters.KecamatanFilter,
        panels={
            "riwayatkecamatan_set": tables.RiwayatKecamatanTable,
            "desa_set": tables.DesaTable,
            "kerjasama_set": tables.KerjaSamaTable,
        },
        custom={"update": wilayah.WilayahUpdate},
    ),
    *crud_urls(
        Desa,
        prefix="desa",
        form_class=forms.DesaForm,
        table_class=tables.DesaTable,
        filterset_class=filters.DesaFilter,
        related=("kecamatan__kabupaten", "asal", "penerus"),
        panels={
            "riwayatwilayah_set": tables.RiwayatWilayahTable,
            "aliasnama_set": tables.AliasNamaTable,
            "anggotakerjasama_set": tables.AnggotaKerjaSamaTable,
            "lembaga_set": tables.LembagaTable,
        },
        custom={"update": wilayah.WilayahUpdate},
    ),
    *crud_urls(
        RiwayatKecamatan,
        prefix="riwayat-kecamatan",
        form_class=forms.RiwayatKecamatanForm,
        table_class=tables.RiwayatKecamatanTable,
        filterset_class=filters.RiwayatKecamatanFilter,
        related=("kecamatan__kabupaten",),
    ),
    *crud_urls(
        RiwayatWilayah,
        prefix="riwayat-wilayah",
        form_class=forms.RiwayatWilayahForm,
        table_class=tables.RiwayatWilayahTable,
        filterset_class=filters.RiwayatWilayahFilter,
        related=("desa__kecamatan__kabupaten", "kecamatan"),
    ),
    *crud_urls(
        AliasNama,
        prefix="alias",
        only=("list", "detail", "delete", "history"),
        table_class=tables.AliasNamaTable,
        filterset_class=filters.AliasNamaFilter,
        related=("kecamatan__kabupaten", "desa__kecamatan"),
    ),
    *crud_urls(
        BatasDesa,
        prefix="batas",
        only=("list", "detail", "delete", "history"),
        table_class=tables.BatasDesaTable,
        filterset_class=filters.BatasDesaFilter,
        related=("desa__kecamatan__kabupaten",),
        custom={"detail": peta.BatasDetail},
    ),
]
