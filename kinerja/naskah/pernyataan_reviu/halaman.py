"""Halaman pernyataan reviu."""

import django_tables2 as tables

from core.halaman import Halaman
from core.tables import StatusColumn
from documents.halaman import RELATED, HalamanNaskah
from kinerja.models import PernyataanReviu
from kinerja.naskah.pernyataan_reviu.forms import PernyataanReviuForm

HALAMAN: tuple[Halaman, ...] = (
    HalamanNaskah(
        model=PernyataanReviu,
        prefix="pernyataan-reviu",
        kolom=(
            ("lkjip", tables.Column(linkify=lambda record: record.get_absolute_url())),
            "tahun",
            "nomor",
            "tanggal",
            ("status", StatusColumn()),
        ),
        saring=("tahun", "status"),
        form=PernyataanReviuForm,
        related=("lkjip__kabupaten", *RELATED),
        has_lembar=False,
    ),
)
