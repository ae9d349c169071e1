"""Halaman instrumen, hasil IDM dan Indeks Desa, penetapan, dan layanan rumusan."""

from core.filters import cari
from core.halaman import READ, Halaman
from core.tables import AngkaColumn, StatusColumn
from documents.forms import PenggantiForm
from documents.halaman import RELATED, HalamanNaskah
from idm import forms, views
from idm.models import (
    PELAKSANA,
    AmbangStatus,
    DimensiIndeks,
    IdmDesa,
    IndeksDesa,
    IndikatorIdm,
    Instrumen,
    IsianIdm,
    KriteriaSkor,
    LayananRumusan,
    PenetapanIdm,
    RekapStatus,
    SubdimensiIndeks,
    TerbitanIdm,
    TerbitanIndeks,
    UsulLangkah,
)
from idm.tables import IdmDesaTable
from idm.views import instrumen
from villages.filters import KecamatanDesaFilter, NamaDesaFilter
from villages.tables import DesaColumn, KecamatanDesaColumn

PETUNJUK = (
    "Bila dibuka, situs desa dapat mengambil rumusan IDM yang sudah ditetapkan. "
    "Petunjuknya di /open/api/."
)
DESA = ("desa", NamaDesaFilter())
KECAMATAN = ("kecamatan", KecamatanDesaFilter())
STATUS = ("mandiri", "maju", "berkembang", "tertinggal", "sangat_tertinggal")
# skor 0–100 dua desimal; tidak disandingkan dengan IDM
INDEKS = (
    ("desa", DesaColumn()),
    ("kecamatan", KecamatanDesaColumn("Kecamatan", accessor="desa__kecamatan")),
    "tahun",
    "skor",
    ("status", StatusColumn()),
    "sumber",
    "is_contoh",
)
ACUAN = (
    Halaman(
        model=Instrumen,
        prefix="instrumen",
        kolom=("nama", "kode", "tahun_awal", "tahun_akhir", "regulasi"),
        saring=("nama",),
        isian=("kode", "nama", "regulasi", "tahun_awal", "tahun_akhir", "cara", "catatan"),
        panels=("ambangstatus_set", "dimensiindeks_set"),
        custom={"detail": instrumen.InstrumenDetail},
    ),
    Halaman(
        model=AmbangStatus,
        prefix="ambang",
        kolom=("status", "batas", "sebutan"),
        saring=("instrumen",),
        isian=("instrumen", "status", "batas", "sebutan"),
        related=("instrumen",),
    ),
    Halaman(
        model=DimensiIndeks,
        prefix="dimensi",
        kolom=("nama", "posisi", "kode", "maksimum"),
        saring=("instrumen",),
        isian=("instrumen", "posisi", "kode", "nama", "maksimum"),
        related=("instrumen",),
        panels=("subdimensiindeks_set",),
    ),
    Halaman(
        model=SubdimensiIndeks,
        prefix="subdimensi",
        kolom=("nama", "posisi", "dimensi", "maksimum"),
        saring=("nama",),
        isian=("dimensi", "posisi", "nama", "maksimum"),
        related=("dimensi__instrumen",),
    ),
    Halaman(
        model=IndikatorIdm,
        prefix="indikator",
        kolom=("nama", "posisi", "indikator", "indeks", "dimensi", "kode"),
        saring=("nama", "instrumen", "indeks"),
        isian=(
            "instrumen",
            "posisi",
            "kode",
            "nama",
            "indeks",
            "dimensi",
            "variabel",
            "nomor",
            "indikator",
            "sumber_skala",
            *PELAKSANA,
            "catatan",
        ),
        related=("instrumen",),
        panels=("kriteriaskor_set",),
        daftar={"paginate_by": 60},
        petunjuk={
            "indeks": "Hanya untuk IDM.",
            "nomor": "Hanya untuk aspek Indeks Desa.",
            "indikator": "Nama indikator bernomor itu.",
        },
    ),
    Halaman(
        model=KriteriaSkor,
        prefix="kriteria",
        kolom=("kriteria", "skor", "indikator"),
        saring=(("indikator", cari("indikator__nama", "Indikator memuat")),),
        isian=("indikator", "skor", "kriteria", "kegiatan"),
        related=("indikator__instrumen",),
    ),
)
HASIL = (
    Halaman(model=IsianIdm, prefix="isian-riwayat", only=("history",)),
    Halaman(
        model=IdmDesa,
        prefix="desa",
        saring=(
            "tahun",
            DESA,
            ("kode", NamaDesaFilter("kode")),
            KECAMATAN,
            "status",
            "sumber",
        ),
        table=IdmDesaTable,
        form=forms.IdmDesaForm,
        related=("desa__kecamatan", "instrumen"),
        custom={
            "list": views.IdmDesaList,
            "detail": views.IdmDesaDetail,
            "create": views.IdmDesaCreate,
            "update": views.IdmDesaUpdate,
        },
    ),
    Halaman(
        model=RekapStatus,
        prefix="rekap-status",
        kolom=(
            "tahun",
            *STATUS,
            ("jumlah", AngkaColumn("Jumlah desa", orderable=False)),
            "sumber",
        ),
        isian=("tahun", *STATUS, "sumber"),
        petunjuk={"sumber": "Dokumen dan tempat angka ini tercetak."},
        related=("kabupaten",),
        custom={"detail": views.RekapStatusDetail},
    ),
    Halaman(
        model=TerbitanIdm,
        prefix="terbitan",
        only=READ,
        kolom=("desa", "kecamatan", "tahun", "idm", "status", "iks", "ike", "ikl", "sumber"),
        saring=("tahun", DESA, "status"),
        table=IdmDesaTable,
        related=("desa__kecamatan",),
    ),
    Halaman(
        model=IndeksDesa,
        prefix="indeks-desa",
        only=READ,
        kolom=(*INDEKS, "instrumen"),
        saring=("tahun", DESA, KECAMATAN, "status", "sumber"),
        related=("desa__kecamatan", "instrumen"),
        custom={"list": views.IdmDesaList, "detail": views.IndeksDesaDetail},
    ),
    Halaman(
        model=TerbitanIndeks,
        prefix="terbitan-indeks-desa",
        only=READ,
        kolom=INDEKS,
        saring=("tahun", DESA, KECAMATAN, "status"),
        related=("desa__kecamatan",),
    ),
    Halaman(
        model=UsulLangkah,
        prefix="usul-langkah",
        kolom=(*INDEKS[:3], "indikator", "dari", "ke", "biaya_rupiah", "kode"),
        saring=("tahun", DESA, KECAMATAN),
        isian=("desa", "tahun", "indikator", "dari", "ke", "biaya_rupiah"),
        related=("desa__kecamatan", "indikator"),
    ),
    HalamanNaskah(
        model=PenetapanIdm,
        prefix="penetapan",
        kolom=("tahun", "nomor", "tanggal", ("status", StatusColumn())),
        saring=("tahun", "status"),
        form=PenggantiForm,
        isian=("tahun", "nomor", "tanggal", "menggantikan"),
        related=(*RELATED, "menggantikan"),
    ),
    Halaman(
        model=LayananRumusan,
        prefix="layanan",
        only=("list", "detail", "create", "update", "history"),
        kolom=("kabupaten", "is_aktif"),
        form=forms.LayananRumusanForm,
        related=("kabupaten",),
        daftar={"paginate_by": None, "intro": PETUNJUK},  # satu baris tiap kabupaten
    ),
)
