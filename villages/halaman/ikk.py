"""Halaman IKK outcome dan output, angka tercetaknya, dan berkas buktinya."""

from core.halaman import Halaman
from core.tables import StatusColumn
from documents.forms import PenggantiForm
from documents.halaman import RELATED, HalamanNaskah
from villages.models import AngkaIkk, BerkasIkk, OutcomeIkk, OutputIkk
from villages.views.ikk import BerkasIkkDetail

HALAMAN = (
    Halaman(
        model=OutcomeIkk,
        prefix="ikk/outcome",
        kolom=("nama", "nomor"),
        isian=("nomor", "nama"),
        related=("kabupaten",),
    ),
    Halaman(
        model=OutputIkk,
        prefix="ikk/output",
        kolom=("uraian", "nomor", "sumber"),
        isian=("nomor", "uraian", "sumber"),
        related=("kabupaten",),
        panels=("angkaikk_set",),
    ),
    Halaman(
        model=AngkaIkk,
        prefix="ikk/angka",
        kolom=("output", "tahun", "tercetak", "sumber"),
        saring=("tahun",),
        isian=("output", "tahun", "tercetak", "sumber"),
        related=("output__kabupaten",),
    ),
    HalamanNaskah(
        model=BerkasIkk,
        prefix="ikk",
        kolom=("tahun", "nomor", "tanggal", ("status", StatusColumn())),
        saring=("tahun", "status"),
        form=PenggantiForm,
        isian=("tahun", "nomor", "tanggal", "hitungan", "menggantikan"),
        related=(*RELATED, "menggantikan"),
        custom={"detail": BerkasIkkDetail},
    ),
)
