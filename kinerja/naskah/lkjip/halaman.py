"""Halaman LKjIP, bagiannya, naskah bakunya, dan rekap pegawai."""

import django_tables2 as tables

from core.halaman import Halaman
from core.tables import StatusColumn
from documents.halaman import HalamanNaskah
from kinerja.models import BagianLkjip, Lkjip, NaskahBaku, RekapPegawai
from kinerja.naskah.lkjip import forms, views

JUDUL = tables.Column(
    verbose_name="LKjIP",
    accessor="__str__",
    linkify=True,
    orderable=False,
)
HALAMAN = (
    Halaman(
        model=RekapPegawai,
        prefix="pegawai",
        kolom=("nama", "kelompok", "urutan", "jumlah", "tahun"),
        saring=("tahun", "kelompok"),
        isian=("tahun", "kelompok", "urutan", "nama", "jumlah"),
    ),
    Halaman(
        model=NaskahBaku,
        prefix="naskah-baku",
        only=("list", "detail"),
        kolom=("judul", "kode", "urutan"),
        saring=("judul",),
    ),
    HalamanNaskah(
        model=Lkjip,
        prefix="lkjip",
        kolom=(("judul", JUDUL), "nomor", "tanggal", ("status", StatusColumn()), "signed_at"),
        saring=("tahun", "status"),
        form=forms.LkjipForm,
        custom={"create": views.LkjipCreate, "detail": views.LkjipDetail},
        has_lembar=False,
    ),
    Halaman(
        model=BagianLkjip,
        prefix="lkjip/bagian",
        only=("detail", "update", "history"),
        form=forms.BagianLkjipForm,
        custom={"detail": views.BagianDetail, "update": views.BagianUpdate},
    ),
)
