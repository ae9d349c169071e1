"""Halaman LKjIP, bagiannya, naskah bakunya, dan rekap pegawai."""

from core.halaman import Halaman
from core.tables import SebutanColumn, StatusColumn
from documents.halaman import HalamanNaskah
from kinerja.models import BagianLkjip, Lkjip, NaskahBaku, Peraturan, RekapPegawai
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
        kolom=("kode", "judul"),
        saring=("judul",),
        form=forms.NaskahBakuForm,
        custom={
            "create": views.NaskahBakuCreate,
            "detail": views.NaskahBakuDetail,
            "update": views.NaskahBakuUpdate,
        },
    ),
    Halaman(
        model=Peraturan,
        prefix="peraturan",
        kolom=("nama", "tentang", "tahun_awal", "tahun_akhir", "tingkat", "is_landasan"),
        saring=("nama", "tentang", "tingkat"),
        isian=(
            "tingkat",
            "nama",
            "tentang",
            "perubahan",
            "tahun_awal",
            "tahun_akhir",
            "is_landasan",
        ),
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
