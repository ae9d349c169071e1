"""Halaman target, realisasi, pengukuran triwulan, periode isian dan buktinya."""

from core.filters import cari
from core.halaman import READ, Halaman
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
from kinerja.pengukuran import forms, tables, views

INDIKATOR = ("nama", cari("indikator__nama", "Indikator memuat"))
SUB = ("nama", cari("sub_kegiatan__nama", "Sub kegiatan memuat"))
BERKAS = ("nama", cari("nama", "Nama berkas memuat"))
NILAI = ("tahun", INDIKATOR, ("jenis", "indikator__jenis"), "triwulan")
HASIL = ("triwulan", "kinerja", "penjelasan")
ISIAN = ("triwulan", "kinerja", "sebab", "penjelasan")
HALAMAN = (
    Halaman(
        model=Target,
        prefix="target",
        table=tables.TargetTable,
        saring=NILAI,
        form=forms.TargetForm,
        related=("indikator", "tingkat"),
        panels=(("perubahan", tables.PerubahanTargetTable),),
        custom={"create": views.TargetCreate, "update": views.TargetUpdate},
    ),
    Halaman(
        model=Realisasi,
        prefix="realisasi",
        table=tables.RealisasiListTable,
        saring=NILAI,
        form=forms.RealisasiForm,
        related=("indikator",),
        panels=(("bukti", tables.BuktiRealisasiTable),),
        custom={
            "list": views.RealisasiList,
            "detail": views.RealisasiDetail,
            "create": views.RealisasiCreate,
            "update": views.RealisasiUpdate,
        },
    ),
    Halaman(
        model=BuktiRealisasi,
        prefix="bukti",
        only=(*READ, "delete"),
        table=tables.BuktiListTable,
        saring=(("tahun", "realisasi__tahun"), BERKAS),
        related=("realisasi__indikator",),
    ),
    Halaman(
        model=PeriodeIsian,
        prefix="periode-isian",
        kolom=("triwulan", "tahun", "mulai", "sampai"),
        saring=("tahun", "triwulan"),
        isian=("tahun", "triwulan", "mulai", "sampai"),
    ),
    Halaman(
        model=PengukuranProgram,
        prefix="pengukuran/program",
        table=tables.PengukuranTable,
        kolom=("program", *HASIL),
        saring=(("tahun", "program__tahun"), "triwulan"),
        form=forms.PengukuranForm,
        isian=("program", *ISIAN),
        sebutan={"program": (forms.label_tahun,)},
        related=("program",),
    ),
    Halaman(
        model=PengukuranKegiatan,
        prefix="pengukuran/kegiatan",
        table=tables.PengukuranTable,
        kolom=("kegiatan", *HASIL),
        saring=(("tahun", "kegiatan__program__tahun"), "triwulan"),
        form=forms.PengukuranForm,
        isian=("kegiatan", *ISIAN),
        sebutan={"kegiatan": (forms.label_tahun, "program")},
        related=("kegiatan__program",),
    ),
    Halaman(
        model=PengukuranTambahan,
        prefix="pengukuran/tambahan",
        table=tables.PengukuranTable,
        kolom=("tambahan", *HASIL),
        saring=(("tahun", "tambahan__program__tahun"), "triwulan"),
        form=forms.PengukuranForm,
        isian=("tambahan", *ISIAN),
        sebutan={"tambahan": (forms.label_tambahan, "program", "kegiatan__program")},
        related=("tambahan__program",),
    ),
    Halaman(
        model=PengukuranSub,
        prefix="pengukuran/sub-kegiatan",
        table=tables.PengukuranSubListTable,
        saring=(("tahun", "sub_kegiatan__kegiatan__program__tahun"), SUB, "triwulan"),
        form=forms.PengukuranSubForm,
        related=("sub_kegiatan__kegiatan__program",),
        panels=(("bukti", tables.BuktiPengukuranTable),),
        custom={
            "list": views.PengukuranSubList,
            "detail": views.PengukuranSubDetail,
            "create": views.PengukuranSubCreate,
            "update": views.PengukuranSubUpdate,
        },
    ),
    Halaman(
        model=BuktiPengukuran,
        prefix="bukti-pengukuran",
        only=(*READ, "delete"),
        table=tables.BuktiPengukuranListTable,
        saring=(("tahun", "pengukuran__sub_kegiatan__kegiatan__program__tahun"), BERKAS),
        related=("pengukuran__sub_kegiatan",),
    ),
    Halaman(
        model=PerubahanTarget,
        prefix="perubahan-target",
        only=("list", "detail"),
        kolom=("target", "lama", "baru", "alasan", "oleh", "waktu"),
        saring=(
            ("tahun", "target__tahun"),
            ("nama", cari("target__indikator__nama", "Indikator memuat")),
        ),
        related=("target__indikator",),
    ),
)
