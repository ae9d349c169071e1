"""Jalan Renstra, indikator, pohon program, rencana aksi dan acuannya."""

from django.urls import path

from core.urls import crud_urls
from documents.urls import grid_urls
from kinerja.models import (
    Dpa,
    Indikator,
    IndikatorTambahan,
    Kegiatan,
    Nomenklatur,
    PeriodeRenstra,
    Program,
    RencanaAksi,
    Sasaran,
    SkalaKualitatif,
    SkalaPredikat,
    SubKegiatan,
    TingkatKualitatif,
    TingkatPredikat,
    Tujuan,
)
from kinerja.pengukuran.tables import (
    PengukuranKegiatanTable,
    PengukuranProgramTable,
    PengukuranSubTable,
    PengukuranTambahanTable,
    RealisasiTable,
    TargetTable,
)
from kinerja.perencanaan import filters, forms, grids, tables
from kinerja.perencanaan.views.indikator import IndikatorDetail
from kinerja.perencanaan.views.pohon import pohon, pohon_pdf, pohon_xlsx
from kinerja.perencanaan.views.program import (
    KegiatanDetail,
    KegiatanList,
    ProgramDetail,
    ProgramList,
    SubKegiatanDetail,
    SubKegiatanList,
)
from kinerja.perencanaan.views.salin import SalinTahun

ACUAN = (
    "list",
    "detail",
)  # data acuan bersama dimuat dengan perintah, tidak disunting lewat halaman

urlpatterns = [
    *crud_urls(
        PeriodeRenstra,
        prefix="periode",
        form_class=forms.PeriodeRenstraForm,
        table_class=tables.PeriodeRenstraTable,
        filterset_class=filters.PeriodeRenstraFilter,
        related=("skala", "perangkat_daerah__kabupaten"),
        panels={"sasaran_set": tables.SasaranTable},
    ),
    *crud_urls(
        Sasaran,
        prefix="sasaran",
        form_class=forms.SasaranForm,
        table_class=tables.SasaranTable,
        filterset_class=filters.SasaranFilter,
        related=("periode",),
        panels={"indikator_set": tables.IndikatorTable},
    ),
    *crud_urls(
        Indikator,
        prefix="indikator",
        form_class=forms.IndikatorForm,
        table_class=tables.IndikatorTable,
        filterset_class=filters.IndikatorFilter,
        related=("sasaran__periode", "penanggung_jawab"),
        panels={"target_set": TargetTable, "realisasi_set": RealisasiTable},
        custom={"detail": IndikatorDetail},
    ),
    *crud_urls(
        Program,
        prefix="program",
        form_class=forms.ProgramForm,
        table_class=tables.ProgramTable,
        filterset_class=filters.ProgramFilter,
        panels={
            "kegiatan_set": tables.KegiatanTable,
            "tambahan": tables.IndikatorTambahanTable,
            "pengukuran": PengukuranProgramTable,
        },
        custom={"list": ProgramList, "detail": ProgramDetail},
    ),
    *crud_urls(
        Kegiatan,
        prefix="kegiatan",
        form_class=forms.KegiatanForm,
        table_class=tables.KegiatanTable,
        filterset_class=filters.KegiatanFilter,
        related=("program",),
        panels={
            "subkegiatan_set": tables.SubKegiatanTable,
            "tambahan": tables.IndikatorTambahanTable,
            "pengukuran": PengukuranKegiatanTable,
        },
        custom={"list": KegiatanList, "detail": KegiatanDetail},
    ),
    *crud_urls(
        SubKegiatan,
        prefix="sub-kegiatan",
        form_class=forms.SubKegiatanForm,
        table_class=tables.SubKegiatanTable,
        filterset_class=filters.SubKegiatanFilter,
        related=("kegiatan__program__perangkat_daerah", "penanggung_jawab", "induk"),
        panels={"pengukuran": PengukuranSubTable},
        custom={"list": SubKegiatanList, "detail": SubKegiatanDetail},
    ),
    *crud_urls(
        SkalaPredikat,
        prefix="skala",
        only=ACUAN,
        table_class=tables.SkalaPredikatTable,
        filterset_class=filters.SkalaPredikatFilter,
        panels={"tingkatpredikat_set": tables.TingkatPredikatTable},
    ),
    *crud_urls(
        TingkatPredikat,
        prefix="tingkat",
        only=ACUAN,
        table_class=tables.TingkatPredikatTable,
        filterset_class=filters.TingkatPredikatFilter,
        related=("skala",),
    ),
    path("pohon/", pohon, name="pohon"),
    path("pohon/xlsx/", pohon_xlsx, name="pohon_xlsx"),
    path("pohon/pdf/", pohon_pdf, name="pohon_pdf"),
    path("salin-tahun/", SalinTahun.as_view(), name="salin_tahun"),
    *crud_urls(
        Tujuan,
        prefix="tujuan",
        form_class=forms.TujuanForm,
        table_class=tables.TujuanTable,
        filterset_class=filters.TujuanFilter,
        related=("periode",),
        panels={"sasaran_set": tables.SasaranTable},
    ),
    *crud_urls(
        Dpa,
        prefix="dpa",
        form_class=forms.DpaForm,
        table_class=tables.DpaTable,
        filterset_class=filters.DpaFilter,
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
        IndikatorTambahan,
        prefix="indikator-tambahan",
        form_class=forms.IndikatorTambahanForm,
        table_class=tables.IndikatorTambahanTable,
        filterset_class=filters.IndikatorTambahanFilter,
        related=("program", "kegiatan__program"),
        panels={"pengukuran": PengukuranTambahanTable},
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
        form_class=forms.SkalaKualitatifForm,
        table_class=tables.SkalaKualitatifTable,
        filterset_class=filters.SkalaKualitatifFilter,
        panels={"tingkat": tables.TingkatKualitatifTable},
    ),
    *crud_urls(
        TingkatKualitatif,
        prefix="tingkat-kualitatif",
        form_class=forms.TingkatKualitatifForm,
        table_class=tables.TingkatKualitatifTable,
        filterset_class=filters.TingkatKualitatifFilter,
        related=("skala",),
    ),
    *grid_urls(
        grids.RencanaAksiGrid, prefix="rencana-aksi/", name="rencanaaksi_grid", app="kinerja"
    ),
]
