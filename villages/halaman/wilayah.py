"""Halaman kecamatan, desa, riwayat, alias dan batasnya."""

from core.filters import cari
from core.halaman import Halaman
from villages import forms
from villages.filters import (
    DesaFilterSet,
    KecamatanDesaFilter,
    NamaDesaFilter,
    WilayahFilterSet,
)
from villages.models import (
    AliasNama,
    BatasDesa,
    BatasKabupaten,
    BatasKecamatan,
    Desa,
    Kecamatan,
    RiwayatKecamatan,
    RiwayatWilayah,
)
from villages.tables import (
    BerkiniColumn,
    DesaColumn,
    JenisColumn,
    KecamatanColumn,
    KiniColumn,
    LetakColumn,
)
from villages.views import peta, wilayah

NAMA = BerkiniColumn("nama")
KODE = BerkiniColumn("kode")
LAMA = (("nama", cari("nama", "Nama lama memuat")), ("kode", cari("kode", "Kode lama memuat")))
HALAMAN = (
    Halaman(
        model=Kecamatan,
        prefix="kecamatan",
        kolom=(("nama", NAMA), ("kode", KODE), ("kini", KiniColumn())),
        filterset=WilayahFilterSet,
        form=forms.KecamatanForm,
        panels=("riwayatkecamatan_set", "desa_set", "kerjasama_set"),
        custom={"detail": wilayah.KecamatanDetail, "update": wilayah.WilayahUpdate},
    ),
    Halaman(
        model=Desa,
        prefix="desa",
        kolom=(
            ("nama", NAMA),
            ("kode", KODE),
            ("jenis", JenisColumn("Jenis", accessor="jenis_saat")),
            ("kecamatan", LetakColumn()),
            ("kini", KiniColumn()),
        ),
        filterset=DesaFilterSet,
        form=forms.DesaForm,
        related=("kecamatan__kabupaten", "asal", "penerus"),
        panels=("riwayatwilayah_set", "aliasnama_set", "anggotakerjasama_set", "lembaga_set"),
        custom={"detail": wilayah.WilayahDetail, "update": wilayah.WilayahUpdate},
    ),
    Halaman(
        model=RiwayatKecamatan,
        prefix="riwayat-kecamatan",
        kolom=("nama", "kode", "sampai", "dasar", "kecamatan"),
        saring=LAMA,
        isian=("kecamatan", "kode", "nama", "sampai", "dasar"),
        related=("kecamatan__kabupaten",),
    ),
    Halaman(
        model=RiwayatWilayah,
        prefix="riwayat-wilayah",
        kolom=("nama", "kode", "jenis", "kecamatan", "sampai", "dasar", "desa"),
        saring=LAMA,
        isian=("desa", "kode", "nama", "jenis", "kecamatan", "sampai", "dasar"),
        sebutan={"desa": forms.SEBUTAN_DESA},
        related=("desa__kecamatan__kabupaten", "kecamatan"),
    ),
    Halaman(
        model=AliasNama,
        prefix="alias",
        only=("list", "detail", "delete", "history"),
        kolom=(
            "tulisan",
            ("kecamatan", KecamatanColumn()),
            ("desa", DesaColumn("Desa menurut kode", linkify=True)),
            "oleh",
            "waktu",
        ),
        saring=("tulisan", "kecamatan"),
        related=("kecamatan__kabupaten", "desa__kecamatan"),
    ),
    Halaman(
        model=BatasDesa,
        prefix="batas",
        only=("list", "detail", "delete", "history"),
        kolom=(("desa", DesaColumn()), "sumber"),
        saring=(("nama", NamaDesaFilter()), ("kecamatan", KecamatanDesaFilter())),
        related=("desa__kecamatan__kabupaten",),
        custom={"detail": peta.BatasDetail},
    ),
    Halaman(
        model=BatasKecamatan,
        prefix="batas-kecamatan",
        only=("list", "detail", "delete", "history"),
        kolom=(("kecamatan", KecamatanColumn()), "sumber"),
        saring=("kecamatan",),
        related=("kecamatan__kabupaten",),
        custom={"detail": peta.BatasDetail},
    ),
    Halaman(
        model=BatasKabupaten,
        prefix="batas-kabupaten",
        only=("list", "detail", "delete", "history"),
        kolom=("kabupaten", "sumber"),
        related=("kabupaten",),
        custom={"detail": peta.BatasDetail},
    ),
)
