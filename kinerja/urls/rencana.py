"""Jalan rencana aksi, pengukuran triwulan, periode isian, DPA, nomenklatur dan skala kualitatif."""

from django.urls import path

from core.urls import READ, crud_urls
from documents.views.bukti import BuktiDownload
from kinerja import forms
from kinerja.filters import rencana as filters
from kinerja.models import (
    BuktiPengukuran,
    Dpa,
    IndikatorTambahan,
    Nomenklatur,
    PengukuranKegiatan,
    PengukuranProgram,
    PengukuranSub,
    PengukuranTambahan,
    PeriodeIsian,
    PerubahanTarget,
    RencanaAksi,
    SkalaKualitatif,
    TingkatKualitatif,
    Tujuan,
)
from kinerja.tables import SasaranTable
from kinerja.tables import rencana as tables
from kinerja.views import pohon, rencana, salin

ACUAN = ("list", "detail")

urlpatterns = [
    path("pohon/", pohon.pohon, name="pohon"),
    path("pohon/xlsx/", pohon.pohon_xlsx, name="pohon_xlsx"),
    path("pohon/pdf/", pohon.pohon_pdf, name="pohon_pdf"),
    path("salin-tahun/", salin.SalinTahun.as_view(), name="salin_tahun"),
    *crud_urls(
        Tujuan,
        prefix="tujuan",
        form_class=forms.TujuanForm,
        table_class=tables.TujuanTable,
        filterset_class=filters.TujuanFilter,
        related=("periode",),
        panels={"sasaran_set": SasaranTable},
    ),
    *crud_urls(
        Dpa,
        prefix="dpa",
        form_class=forms.DpaForm,
        table_class=tables.DpaTable,
        filterset_class=filters.DpaFilter,
    ),
    *crud_urls(
        PeriodeIsian,
        prefix="periode-isian",
        form_class=forms.PeriodeIsianForm,
        table_class=tables.PeriodeIsianTable,
        filterset_class=filters.PeriodeIsianFilter,
    ),
    *crud_urls(
        RencanaAksi,
        prefix="rencana-aksi/baris",
        form_class=forms.RencanaAksiForm,
        table_class=tables.RencanaAksiTable,
        filterset_class=filters.RencanaAksiFilter,
        related=("sub_kegiatan__kegiatan__program",),
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
        IndikatorTambahan,
        prefix="indikator-tambahan",
        form_class=forms.IndikatorTambahanForm,
        table_class=tables.IndikatorTambahanTable,
        filterset_class=filters.IndikatorTambahanFilter,
        related=("program", "kegiatan__program"),
        panels={"pengukuran": tables.PengukuranTambahanTable},
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
            "list": rencana.PengukuranSubList,
            "detail": rencana.PengukuranSubDetail,
            "create": rencana.PengukuranSubCreate,
            "update": rencana.PengukuranSubUpdate,
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
        only=ACUAN,
        table_class=tables.PerubahanTargetListTable,
        filterset_class=filters.PerubahanTargetFilter,
        related=("target__indikator",),
    ),
    *crud_urls(
        Nomenklatur,
        prefix="nomenklatur",
        only=ACUAN,
        table_class=tables.NomenklaturTable,
        filterset_class=filters.NomenklaturFilter,
        related=("padanan",),
    ),
    *crud_urls(
        SkalaKualitatif,
        prefix="skala-kualitatif",
        only=ACUAN,
        table_class=tables.SkalaKualitatifTable,
        filterset_class=filters.SkalaKualitatifFilter,
        panels={"tingkat": tables.TingkatKualitatifTable},
    ),
    *crud_urls(
        TingkatKualitatif,
        prefix="tingkat-kualitatif",
        only=ACUAN,
        table_class=tables.TingkatKualitatifTable,
        filterset_class=filters.TingkatKualitatifFilter,
        related=("skala",),
    ),
]
