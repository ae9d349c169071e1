"""Halaman Catatan Hasil Reviu."""

import django_tables2 as tables

from core.halaman import Halaman
from core.tables import StatusColumn
from documents.halaman import RELATED, HalamanNaskah
from kinerja.models import HasilReviu
from kinerja.naskah.hasil_reviu.forms import HasilReviuForm

HALAMAN: tuple[Halaman, ...] = (
    HalamanNaskah(
        model=HasilReviu,
        prefix="hasil-reviu",
        kolom=(
            ("reviu", tables.Column(linkify=lambda record: record.get_absolute_url())),
            "tahun",
            "nomor",
            "tanggal",
            ("status", StatusColumn()),
        ),
        saring=("tahun", "status"),
        form=HasilReviuForm,
        related=("reviu__pedoman", *RELATED),
    ),
)
