"""Halaman perangkat daerah, bidang, pejabat dan pengguna."""

import django_tables2 as tables

from accounts import forms, views
from accounts.models import Bidang, Pejabat, PerangkatDaerah, TokenApi, User, UsulAkun
from core.filters import cari
from core.halaman import Halaman


def kantor() -> tuple[str, tables.Column]:
    """Singkatan perangkat daerahnya."""
    accessor = "perangkat_daerah__singkatan"
    return "kantor", tables.Column(accessor=accessor, verbose_name="Perangkat daerah")


PETUNJUK_TOKEN = (
    "Satu token bagi satu sistem yang membaca data kantor ini. Yang tidak dipakai lagi dicabut."
)
NAMA = ("nama", cari("nama"))
HALAMAN = (
    Halaman(
        model=PerangkatDaerah,
        prefix="perangkat-daerah",
        kolom=("nama", "singkatan", "jenis", "tempat"),
        saring=(NAMA, "jenis"),
        form=forms.PerangkatDaerahForm,
        custom={"update": views.PerangkatUpdate},
    ),
    Halaman(
        model=Bidang,
        prefix="bidang",
        kolom=("nama", kantor(), "urutan"),
        saring=(NAMA, "perangkat_daerah"),
        form=forms.KantorForm,
        isian=("perangkat_daerah", "nama", "urutan"),
        related=("perangkat_daerah",),
    ),
    Halaman(
        model=Pejabat,
        prefix="pejabat",
        kolom=("nama", "jabatan", kantor(), "sifat", "mulai", "sampai"),
        saring=(NAMA, "perangkat_daerah", "sifat"),
        form=forms.PejabatForm,
        related=("perangkat_daerah",),
    ),
    Halaman(
        model=User,
        prefix="pengguna",
        only=("list", "detail", "create", "update", "history"),
        kolom=(
            "username",
            "first_name",
            ("peran", tables.Column("Peran", accessor="sebutan_peran", orderable=False)),
            kantor(),
            "bidang",
            "is_active",
            "last_login",
        ),
        saring=(("username", cari("username")), "perangkat_daerah", "is_active"),
        form=forms.UserForm,
        related=("perangkat_daerah", "bidang"),
        custom={"detail": views.UserDetail, "create": views.UserCreate, "update": views.UserUpdate},
    ),
    Halaman(
        model=UsulAkun,
        prefix="usul",
        only=("list", "detail", "history"),
        kolom=("pengguna", "jenis", "peran", "status", "diusulkan_by", "diusulkan_at"),
        saring=("status",),
        related=("pengguna", "diusulkan_by", "diputus_by"),
        custom={"detail": views.UsulDetail},
    ),
    Halaman(
        model=TokenApi,
        prefix="token",
        only=("list", "detail", "create", "history"),
        kolom=(
            "nama",
            "berlaku_sampai",
            "dipakai_pada",
            ("keadaan", tables.Column("Keadaan", orderable=False)),
        ),
        saring=(NAMA,),
        form=forms.TokenApiForm,
        custom={"detail": views.TokenApiDetail, "create": views.TokenApiCreate},
        daftar={"intro": PETUNJUK_TOKEN},
    ),
)
