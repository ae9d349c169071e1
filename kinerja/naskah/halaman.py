"""Halaman semua naskah kinerja."""

import django_tables2 as tables

from core.halaman import Halaman
from core.tables import StatusColumn
from documents.halaman import RELATED, HalamanNaskah
from kinerja.models import NaskahKinerja
from kinerja.naskah.forms import NaskahKinerjaForm
from kinerja.naskah.hasil_evaluasi.halaman import HALAMAN as HASIL_EVALUASI
from kinerja.naskah.hasil_reviu.halaman import HALAMAN as HASIL_REVIU
from kinerja.naskah.lkjip.halaman import HALAMAN as LKJIP
from kinerja.naskah.perjanjian.halaman import HALAMAN as PERJANJIAN
from kinerja.naskah.pernyataan_reviu.halaman import HALAMAN as PERNYATAAN_REVIU

JENIS = tables.Column("Naskah", accessor="get_jenis_display", order_by="jenis")
HALAMAN: tuple[Halaman, ...] = (
    *LKJIP,
    *PERJANJIAN,
    *HASIL_REVIU,
    *HASIL_EVALUASI,
    *PERNYATAAN_REVIU,
    HalamanNaskah(
        model=NaskahKinerja,
        prefix="naskah",
        kolom=(
            ("jenis", JENIS),
            "tahun",
            "triwulan",
            "bidang",
            "nomor",
            "tanggal",
            ("status", StatusColumn()),
        ),
        saring=("tahun", "jenis", "bidang", "status"),
        form=NaskahKinerjaForm,
        related=(*RELATED, "bidang"),
    ),
)
