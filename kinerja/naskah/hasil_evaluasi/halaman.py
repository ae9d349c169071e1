"""Halaman Laporan Hasil Evaluasi AKIP."""

import django_tables2 as tables

from core.halaman import Halaman
from core.tables import StatusColumn
from documents.halaman import RELATED, HalamanNaskah
from kinerja.models import HasilEvaluasi
from kinerja.naskah.hasil_evaluasi.forms import HasilEvaluasiForm

HALAMAN: tuple[Halaman, ...] = (
    HalamanNaskah(
        model=HasilEvaluasi,
        prefix="hasil-evaluasi",
        kolom=(
            ("evaluasi", tables.Column(linkify=lambda record: record.get_absolute_url())),
            "tahun",
            "nomor",
            "tanggal",
            ("status", StatusColumn()),
        ),
        saring=("tahun", "status"),
        form=HasilEvaluasiForm,
        related=("evaluasi__pedoman", *RELATED),
    ),
)
