"""Halaman pernyataan reviu."""

import django_tables2 as tables

from core.halaman import Halaman
from core.tables import StatusColumn
from documents.halaman import RELATED, HalamanNaskah
from kinerja.models import PernyataanReviu
from kinerja.naskah.pernyataan_reviu.forms import PernyataanReviuForm

DIREVIU = tables.Column(
    "Naskah yang direviu",
    linkify=lambda record: record.get_absolute_url(),
    order_by=("lkjip", "reviu"),
)
HALAMAN: tuple[Halaman, ...] = (
    HalamanNaskah(
        model=PernyataanReviu,
        prefix="pernyataan-reviu",
        kolom=(
            ("direviu", DIREVIU),
            "tahun",
            "nomor",
            "tanggal",
            ("status", StatusColumn()),
        ),
        saring=("tahun", "status"),
        form=PernyataanReviuForm,
        related=("lkjip__kabupaten", "reviu", *RELATED),
        has_lembar=False,
    ),
)
