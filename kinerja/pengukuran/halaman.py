"""Halaman target, realisasi, pengukuran triwulan, periode isian dan buktinya."""

from collections.abc import Callable
from typing import Any

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
ISIAN = ("triwulan", *forms.ISIAN_K, "penjelasan")


def _hasil(
    model: Any,
    baris: str,
    tahun: str,
    induk: tuple[str, ...] = (),
    label: Callable[[Any], str] = forms.label_tahun,
) -> Halaman:
    """Hasil triwulan satu `baris` yang hanya berisi K; `induk` dibaca bersama barisnya."""
    *jalan, _ = tahun.split("__")
    return Halaman(
        model=model,
        prefix=f"pengukuran/{baris}",
        table=tables.PengukuranTable,
        kolom=(baris, *HASIL),
        saring=(("tahun", tahun), "triwulan"),
        form=forms.PengukuranForm,
        isian=(baris, *ISIAN),
        sebutan={baris: (label, *induk)},
        related=("__".join(jalan),),
    )


HALAMAN = (
    Halaman(
        model=Target,
        prefix="target",
        table=tables.TargetTable,
        saring=NILAI,
        form=forms.TargetForm,
        related=("indikator", "tingkat"),
        panels=(("perubahan", tables.PerubahanTargetTable),),
        custom={
            "list": views.TargetList,
            "create": views.TargetCreate,
            "update": views.TargetUpdate,
        },
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
    _hasil(PengukuranProgram, "program", "program__tahun"),
    _hasil(PengukuranKegiatan, "kegiatan", "kegiatan__program__tahun", ("program",)),
    _hasil(
        PengukuranTambahan,
        "tambahan",
        "tambahan__program__tahun",
        ("program", "kegiatan__program"),
        label=forms.label_tambahan,
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
