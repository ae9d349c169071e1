"""Halaman kerja sama antar desa, anggota, formulir dan dokumennya."""

import django_tables2 as tables

from core.filters import cari
from core.halaman import Halaman
from villages import forms
from villages.models import (
    AnggotaKerjaSama,
    DokumenKerjaSama,
    FormulirKerjaSama,
    KerjaSama,
    TautanKerjaSama,
)
from villages.tables import DesaColumn, KecamatanColumn, KerjaSamaColumn
from villages.views import kerja_sama

# kerja sama disebut dengan kecamatannya
KERJA_SAMA = (str, "kecamatan")
JENIS = tables.Column(
    "Jenis", accessor="kerja_sama__get_jenis_display", order_by="kerja_sama__jenis"
)
HALAMAN = (
    Halaman(
        model=KerjaSama,
        prefix="kerja-sama",
        kolom=(
            "jenis",
            ("kecamatan", KecamatanColumn()),
            "kawasan",
            "tema",
            "is_prioritas_nasional",
            "bumdesma",
        ),
        saring=("kecamatan", "jenis", "is_prioritas_nasional"),
        form=forms.KerjaSamaForm,
        isian=(
            "kecamatan",
            "jenis",
            "kawasan",
            "urutan",
            "tema",
            "is_prioritas_nasional",
            "bumdesma",
            "dasar_hukum",
        ),
        sebutan={"kecamatan": forms.SEBUTAN_KECAMATAN},
        related=("kecamatan__kabupaten",),
        panels=("anggotakerjasama_set", "tautankerjasama_set", "bukti"),
        custom={
            "detail": kerja_sama.KerjaSamaDetail,
            "create": kerja_sama.KerjaSamaCreate,
            "update": kerja_sama.KerjaSamaUpdate,
        },
    ),
    Halaman(
        model=TautanKerjaSama,
        prefix="tautan-kerja-sama",
        kolom=("judul", "tautan"),
        saring=("judul",),
        isian=("kerja_sama", "judul", "tautan"),
        sebutan={"kerja_sama": KERJA_SAMA},
        related=("kerja_sama__kabupaten",),
    ),
    Halaman(
        model=DokumenKerjaSama,
        prefix="dokumen-kerja-sama",
        only=("list", "detail", "delete"),
        kolom=("nama", "ukuran", "uploaded_by", "uploaded_at"),
        saring=(("nama", cari("nama", "Nama memuat")),),
        related=("kerja_sama__kabupaten",),
    ),
    Halaman(
        model=FormulirKerjaSama,
        prefix="keterangan-kerja-sama",
        kolom=(("kerja_sama", KerjaSamaColumn()), "tahun", "dokumen", "keterangan"),
        saring=("tahun", ("kecamatan", "kerja_sama__kecamatan")),
        isian=("kerja_sama", "tahun", "dokumen", "keterangan"),
        sebutan={"kerja_sama": KERJA_SAMA},
        related=("kerja_sama__kecamatan", "kerja_sama__kabupaten"),
    ),
    Halaman(
        model=AnggotaKerjaSama,
        prefix="anggota-kerja-sama",
        # tanpa kontak dan telepon: data pribadi tidak ditampilkan dalam daftar
        kolom=(
            "nama_tercetak",
            ("desa", DesaColumn("Desa menurut kode", linkify=True)),
            ("kecamatan", KecamatanColumn("Kecamatan", accessor="kerja_sama__kecamatan")),
            ("jenis", JENIS),
            "tahun",
            "is_aktif",
            "perdes",
            "keterangan",
        ),
        saring=(
            "tahun",
            ("nama", cari("nama_tercetak", "Nama memuat")),
            ("kecamatan", "kerja_sama__kecamatan"),
            ("jenis", "kerja_sama__jenis"),
            "is_aktif",
        ),
        # desa boleh kosong selama nama pada formulir belum cocok dengan satu kode
        isian=(
            "kerja_sama",
            "tahun",
            "urutan",
            "nama_tercetak",
            "desa",
            "is_aktif",
            "perdes",
            "keterangan",
            "kontak",
            "telepon",
        ),
        sebutan={"kerja_sama": KERJA_SAMA, "desa": forms.SEBUTAN_DESA},
        related=("desa__kecamatan", "kerja_sama__kecamatan"),
        custom={"list": kerja_sama.AnggotaKerjaSamaList},
    ),
)
