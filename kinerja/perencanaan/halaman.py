"""Halaman Renstra, indikator, pohon program, DPA, rencana aksi dan acuannya."""

from core.filters import cari
from core.halaman import Halaman
from core.tables import AngkaColumn
from kinerja.definisi.views import (
    IndikatorUpdate,
    TingkatCreate,
    TingkatDelete,
    TingkatUpdate,
)
from kinerja.models import (
    Dpa,
    EdisiNomenklatur,
    Indikator,
    IndikatorTambahan,
    Kegiatan,
    Nomenklatur,
    PeriodeRenstra,
    Program,
    RencanaAksi,
    Sasaran,
    SkalaKualitatif,
    SkalaPredikat,
    SubKegiatan,
    TingkatKualitatif,
    TingkatPredikat,
    Tujuan,
)
from kinerja.pengukuran.forms import label_tahun
from kinerja.pengukuran.halaman import SUB
from kinerja.pengukuran.tables import PengukuranSubTable, RealisasiTable
from kinerja.perencanaan import filters, forms, tables
from kinerja.perencanaan.views import program
from kinerja.perencanaan.views.dpa import DpaCreate, DpaDetail
from kinerja.perencanaan.views.indikator import IndikatorDetail
from kinerja.perencanaan.views.renstra import (
    BersejakCreate,
    PeriodeRenstraUpdate,
    RenstraUpdate,
)
from kinerja.perencanaan.views.skala import SkalaDetail

ACUAN = (
    "list",
    "detail",
)  # dimuat dengan perintah, tidak disunting lewat halaman
KODE = ("nama", "kode")
ISIAN_SKALA = ("kode", "nama", "regulasi", "catatan")
RENSTRA = (
    Halaman(
        model=PeriodeRenstra,
        prefix="periode",
        kolom=("nama", "tahun_awal", "tahun_akhir", "regulasi"),
        saring=("nama",),
        form=forms.PeriodeRenstraForm,
        related=("skala", "perangkat_daerah__kabupaten"),
        panels=("sasaran_set",),
        custom={"update": PeriodeRenstraUpdate},
    ),
    Halaman(
        model=Tujuan,
        prefix="tujuan",
        kolom=("nama", "nomor", "periode"),
        saring=("nama", "periode"),
        isian=("periode", "nomor", "nama"),
        related=("periode",),
        panels=("sasaran_set",),
        custom={"create": BersejakCreate, "update": RenstraUpdate},
    ),
    Halaman(
        model=Sasaran,
        prefix="sasaran",
        kolom=("nama", "nomor", "periode"),
        saring=("nama", "periode"),
        form=forms.SasaranForm,
        related=("periode", "tujuan"),
        panels=("indikator_set",),
        custom={"create": BersejakCreate, "update": RenstraUpdate},
    ),
    Halaman(
        model=Indikator,
        prefix="indikator",
        table=tables.IndikatorTable,
        kolom=(
            "nama",
            "jenis",
            "nomor",
            "satuan",
            "arah",
            "penanggung_jawab",
            "is_perjanjian",
        ),
        filterset=filters.IndikatorFilter,
        form=forms.IndikatorForm,
        related=("sasaran__periode", "penanggung_jawab"),
        panels=("target_set", ("realisasi_set", RealisasiTable)),
        custom={"create": BersejakCreate, "detail": IndikatorDetail, "update": IndikatorUpdate},
    ),
)
POHON = (
    Halaman(
        model=Program,
        prefix="program",
        table=tables.ProgramTable,
        saring=("tahun", *KODE),
        form=forms.ProgramForm,
        panels=("kegiatan_set", "tambahan", "pengukuran"),
        custom={"list": program.UangList, "detail": program.ProgramDetail},
    ),
    Halaman(
        model=Kegiatan,
        prefix="kegiatan",
        kolom=(
            "nama",
            "kode",
            "program",
            ("tahun", "program__tahun"),
            ("jumlah_pagu", AngkaColumn("Pagu (Rp)")),
            ("jumlah_realisasi", AngkaColumn("Realisasi (Rp)")),
        ),
        saring=(("tahun", "program__tahun"), *KODE),
        form=forms.KegiatanForm,
        related=("program",),
        panels=("subkegiatan_set", "tambahan", "pengukuran"),
        custom={"list": program.UangList, "detail": program.KegiatanDetail},
    ),
    Halaman(
        model=SubKegiatan,
        prefix="sub-kegiatan",
        table=tables.SubKegiatanTable,
        saring=(
            ("tahun", "kegiatan__program__tahun"),
            *KODE,
            "penanggung_jawab",
        ),
        form=forms.SubKegiatanForm,
        related=(
            "kegiatan__program__perangkat_daerah",
            "penanggung_jawab",
            "induk",
        ),
        panels=(("pengukuran", PengukuranSubTable),),
        custom={
            "list": program.SubKegiatanList,
            "detail": program.SubKegiatanDetail,
        },
    ),
    Halaman(
        model=IndikatorTambahan,
        prefix="indikator-tambahan",
        kolom=("indikator", "program", "kegiatan", "target", "satuan"),
        saring=(
            ("tahun", "program__tahun"),
            ("indikator", cari("indikator", "Indikator memuat")),
        ),
        form=forms.KeluaranForm,
        isian=(
            "program",
            "kegiatan",
            "nomor",
            "indikator",
            "target",
            "satuan",
            "target_tercetak",
            *forms.ATURAN_KELUARAN,
            "target_renstra",
            "realisasi_lalu",
        ),
        sebutan={
            "program": (label_tahun,),
            "kegiatan": (label_tahun, "program"),
        },
        related=("program", "kegiatan__program"),
        panels=("pengukuran",),
    ),
    Halaman(
        model=Dpa,
        prefix="dpa",
        kolom=("nomor", "jenis", "pergeseran_ke", "tahun", "tanggal"),
        saring=("tahun", "jenis"),
        form=forms.DpaForm,
        related=("perangkat_daerah__kabupaten",),
        custom={"create": DpaCreate, "detail": DpaDetail},
    ),
    Halaman(
        model=RencanaAksi,
        prefix="rencana-aksi/baris",
        table=tables.RencanaAksiTable,
        saring=(("tahun", "sub_kegiatan__kegiatan__program__tahun"), SUB),
        form=forms.RencanaAksiForm,
        related=("sub_kegiatan__kegiatan__program",),
    ),
)
BERSAMA = (
    Halaman(
        model=EdisiNomenklatur,
        prefix="nomenklatur/edisi",
        only=ACUAN,
        kolom=("nomor", "tanggal", "tahun_awal", "pendahulu"),
        related=("pendahulu",),
    ),
    Halaman(
        model=Nomenklatur,
        prefix="nomenklatur",
        only=ACUAN,
        table=tables.NomenklaturTable,
        filterset=filters.NomenklaturFilter,
        related=("padanan",),
    ),
    Halaman(
        model=SkalaPredikat,
        prefix="skala",
        isian=ISIAN_SKALA,
        kolom=("nama", "kode", "regulasi"),
        saring=("nama",),
        panels=("tingkatpredikat_set",),
        custom={"detail": SkalaDetail},
    ),
    Halaman(
        model=TingkatPredikat,
        prefix="tingkat",
        form=forms.TingkatPredikatForm,
        kolom=(
            "nama",
            "skala",
            "urutan",
            "bawah",
            "is_bawah_inklusif",
            "atas",
            "is_atas_inklusif",
        ),
        saring=("skala",),
        related=("skala",),
    ),
    Halaman(
        model=SkalaKualitatif,
        prefix="skala-kualitatif",
        isian=ISIAN_SKALA,
        kolom=("nama", "kode", "regulasi"),
        saring=("nama",),
        panels=("tingkat", "indikator_set"),
    ),
    Halaman(
        model=TingkatKualitatif,
        prefix="tingkat-kualitatif",
        form=forms.TingkatKualitatifForm,
        kolom=("nama", "keterangan", "skala", "urutan", "nilai"),
        saring=("skala",),
        related=("skala",),
        custom={"create": TingkatCreate, "update": TingkatUpdate, "delete": TingkatDelete},
    ),
)
