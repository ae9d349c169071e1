"""Halaman pembukaan kunci dan impor; dasar halaman naskah."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import django_tables2 as tables
from django.urls import URLPattern, path, reverse

from core.halaman import READ, Halaman
from core.tables import AngkaColumn, StatusColumn
from documents import forms
from documents.models import BuktiBalasan, BuktiFormulir, Impor, Pembukaan, Tugas
from documents.views import impor, kunci, naskah, temuan, tugas, utas
from documents.views.bukti import BuktiDownload

PEMBUKAAN = Halaman(
    model=Pembukaan,
    prefix="kunci",
    only=("list", "detail", "create", "history"),
    kolom=(
        ("lingkup", tables.Column(accessor="get_lingkup_display", order_by="lingkup")),
        "tahun",
        ("is_active", tables.BooleanColumn(verbose_name="Sedang terbuka", orderable=False)),
        "sampai",
        "dibuka_by",
        "dibuka_at",
        "alasan",
    ),
    saring=("tahun", "lingkup"),
    form=forms.PembukaanForm,
    related=("dibuka_by", "kabupaten"),
    custom={"create": kunci.PembukaanCreate},
)
IMPOR = Halaman(
    model=Impor,
    prefix="impor",
    only=("list", "detail"),
    kolom=(
        "nama",
        "judul",
        "tahun",
        ("status", StatusColumn()),
        ("banyak_ubahan", AngkaColumn("Ubahan", orderable=False)),
        ("banyak_kesalahan", AngkaColumn("Kesalahan", orderable=False)),
        "uploaded_by",
        "uploaded_at",
    ),
    saring=("tahun", "status"),
    custom={"detail": impor.ImporDetail},
)
TUGAS = Halaman(
    model=Tugas,
    prefix="tugas",
    only=("list", "detail", "history"),
    kolom=(
        "judul",
        ("status", StatusColumn()),
        ("kabar", tables.Column("Kemajuan atau hasil", orderable=False)),
        "diminta_by",
        "diminta_at",
        "finished_at",
    ),
    saring=("status",),
    related=("diminta_by", "kabupaten"),
    custom={"detail": tugas.TugasDetail},
    daftar={"intro": "Pekerjaan yang berjalan walau halamannya ditinggalkan."},
)


def _unduhan(record: Any) -> str:
    return reverse("documents:buktiformulir_download", args=[record.pk])


def _halaman(record: Any) -> str:
    return str(record.halaman)


FORMULIR = Halaman(
    model=BuktiFormulir,
    prefix="formulir",
    only=(*READ, "delete"),
    kolom=(
        "nama",
        ("judul", tables.Column(linkify=_halaman)),
        "kode",
        "tahun",
        "uploaded_by",
        "uploaded_at",
        ("unduh", tables.Column("Berkas", accessor="ukuran", orderable=False, linkify=_unduhan)),
    ),
    saring=("tahun", "kode"),
    daftar={"intro": "Foto dan pindaian formulir kertas, bukti angka yang diketik darinya."},
)

# hubungan yang dibaca tiap halaman naskah
RELATED = ("kabupaten", "pengesahan", "submitted_by", "approved_by", "signed_by", "reviewed_by")


@dataclass(frozen=True, kw_only=True)
class HalamanNaskah(Halaman):
    """Halaman satu model naskah, dengan langkah, pratinjau, PDF, XLSX dan salinan Word-nya."""

    related: tuple[str, ...] = RELATED
    custom: Mapping[str, Any] = field(default_factory=lambda: {"detail": naskah.NaskahDetail})
    has_lembar: bool = True
    is_diantrekan: bool = False

    def urls(self) -> list[URLPattern]:
        jalan: dict[str, tuple[str, Any]] = {
            "advance": ("langkah/<str:langkah>/", naskah.Advance),
            "preview": ("pratinjau/", naskah.Preview),
            "pdf": ("pdf/", naskah.Download),
            "xlsx": ("xlsx/", naskah.Lembar),
            "temuan": ("temuan/<str:sidik>/", temuan.TemuanNaskah),
            "uji": ("uji/pdf/", temuan.LembarUji),
            "uji_xlsx": ("uji/xlsx/", temuan.LembarUjiXlsx),
            "bundel": ("bundel/", tugas.Bundel),
            "salinan": ("salinan/", tugas.Salinan),
        }
        if not self.has_lembar:
            del jalan["xlsx"]
        if self.is_diantrekan:
            jalan["cetak"] = ("cetak/", tugas.Cetak)
        patterns = super().urls()
        for halaman, (tail, view) in jalan.items():
            halaman_view = view.as_view(model=self.model)
            nama = f"{self.model._meta.model_name}_{halaman}"
            jalur = f"{self.prefix}/<int:pk>/{tail}"
            jalur_halaman = path(jalur, halaman_view, name=nama)
            patterns.append(jalur_halaman)
        return patterns


@dataclass(frozen=True, kw_only=True)
class HalamanUtas(Halaman):
    """Halaman satu model utas: rinciannya memuat balasan dan formulirnya."""

    related: tuple[str, ...] = ("penanggung",)
    custom: Mapping[str, Any] = field(default_factory=lambda: {"detail": utas.UtasDetail})

    def urls(self) -> list[URLPattern]:
        jalur = f"{self.prefix}/<int:pk>/balas/"
        view = utas.Balas.as_view(model=self.model)
        balas = path(jalur, view, name=f"{self.model._meta.model_name}_balas")
        return [*super().urls(), balas]


UNDUH_BUKTI = path(
    "balasan/bukti/<int:pk>/",
    BuktiDownload.as_view(model=BuktiBalasan),
    name="buktibalasan_download",
)
