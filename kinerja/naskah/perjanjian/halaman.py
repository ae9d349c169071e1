"""Halaman perjanjian kinerja."""

import django_tables2 as tables

from core.halaman import Halaman
from core.tables import StatusColumn
from documents.halaman import RELATED, HalamanNaskah
from kinerja.models import PerjanjianKinerja
from kinerja.naskah.perjanjian.forms import PerjanjianForm
from kinerja.naskah.perjanjian.views import PerjanjianDetail

HALAMAN: tuple[Halaman, ...] = (
    HalamanNaskah(
        model=PerjanjianKinerja,
        prefix="perjanjian",
        kolom=(
            ("pihak_pertama", tables.Column(linkify=lambda record: record.get_absolute_url())),
            "pihak_kedua",
            "tahun",
            "tingkat",
            "nomor",
            "tanggal",
            ("status", StatusColumn()),
        ),
        saring=("tahun", "tingkat", "bidang", "status"),
        form=PerjanjianForm,
        isian=(
            "tahun",
            "tingkat",
            "bidang",
            "pihak_pertama",
            "pihak_kedua",
            "nomor",
            "tanggal",
            "menggantikan",
            "alasan",
        ),
        custom={"detail": PerjanjianDetail},
        related=(*RELATED, "bidang", "pihak_pertama", "pihak_kedua", "menggantikan"),
    ),
)
