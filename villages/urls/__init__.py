"""Jalan wilayah dan kerja sama; lembaga serta IKK di berkas sebelahnya."""

from django.urls import path

from core.urls import crud_urls
from documents.urls import grid_urls, impor_urls
from documents.views.bukti import BuktiDownload
from villages import filters, forms, grids, tables
from villages.models import (
    AliasNama,
    AnggotaKerjaSama,
    BatasDesa,
    Desa,
    DokumenKerjaSama,
    FormulirKerjaSama,
    Kecamatan,
    KerjaSama,
    RiwayatKecamatan,
    RiwayatWilayah,
    TautanKerjaSama,
)
from villages.penerima import KodeWilayah
from villages.urls import lembaga
from villages.views import kerja_sama, peta, wilayah

app_name = "villages"
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
urlpatterns = [*wilayah_patterns, *kerja_sama_patterns, *lembaga.urlpatterns]
