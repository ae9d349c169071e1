"""Halaman LKjIP, bagiannya, naskah bakunya, dan rekap pegawai."""

from core.halaman import Halaman
from core.tables import SebutanColumn, StatusColumn
from documents.halaman import HalamanNaskah
from kinerja.models import BagianLkjip, Lkjip, NaskahBaku, RekapPegawai
from kinerja.naskah.lkjip import forms, views

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
        kolom=(
            ("judul", SebutanColumn("LKjIP")),
            "nomor",
            "tanggal",
            ("status", StatusColumn()),
            "signed_at",
        ),
        saring=("tahun", "status"),
        form=forms.LkjipForm,
        custom={"create": views.LkjipCreate, "detail": views.LkjipDetail},
        has_lembar=False,
        is_diantrekan=True,
    ),
    Halaman(
        model=BagianLkjip,
        prefix="lkjip/bagian",
        only=("detail", "update", "history"),
        form=forms.BagianLkjipForm,
        custom={"detail": views.BagianDetail, "update": views.BagianUpdate},
    ),
)
