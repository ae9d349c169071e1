"""Halaman lembaga kemasyarakatan, pengurusnya, rekap dan kegiatan PKK."""

from core.filters import cari
from core.halaman import Halaman
from core.tables import AngkaColumn, TotalColumn
from villages import forms
from villages.filters import KecamatanDesaFilter, NamaDesaFilter
from villages.models import (
    KegiatanPkk,
    KoperasiDesa,
    Lembaga,
    Pengurus,
    RekapLembaga,
    RincianLembaga,
)
from villages.models.lembaga import LEMBAGA, RINCI, WILAYAH
from villages.models.register import LAYANAN
from villages.reports.lembaga import kolom_pkk
from villages.tables import DesaColumn, KecamatanColumn, KecamatanDesaColumn, LembagaColumn
from villages.views import lembaga

BIDANG = [kolom for kolom, _ in LAYANAN]
KOSONG = "Kosongkan bila belum diketahui; 0 berarti memang tidak ada."
REGISTER = Halaman(
    model=Lembaga,
    prefix="register-lembaga",
    kolom=(
        "nama",
        "jenis",
        ("desa", DesaColumn()),
        ("kecamatan", KecamatanDesaColumn("Kecamatan", accessor="desa__kecamatan")),
        "nomor_sk",
        "tanggal_sk",
        "mulai",
        "berakhir",
    ),
    saring=(
        "nama",
        ("desa", NamaDesaFilter()),
        ("kecamatan", KecamatanDesaFilter()),
        "jenis",
    ),
    isian=("desa", "jenis", "nama", "nomor_sk", "tanggal_sk", "mulai", "berakhir", *BIDANG),
    petunjuk={BIDANG[0]: "Keenam layanan hanya bagi posyandu."},
    sebutan={"desa": forms.SEBUTAN_DESA},
    related=("desa__kecamatan__kabupaten",),
    panels=("pengurus_set",),
    custom={"list": lembaga.LembagaList},
)
HALAMAN = (
    REGISTER,
    Halaman(
        model=Pengurus,
        prefix="pengurus",
        # tanpa telepon: data pribadi tidak ditampilkan dalam daftar
        kolom=("nama", "jabatan", "urutan", ("lembaga", LembagaColumn())),
        saring=("nama", ("lembaga", cari("lembaga__nama", "Lembaga memuat"))),
        isian=("lembaga", "urutan", "jabatan", "nama", "telepon"),
        sebutan={"lembaga": (str, "desa")},
        petunjuk={"telepon": "Hanya tampil bagi yang boleh mengubahnya."},
        related=("lembaga__desa__kecamatan__kabupaten",),
    ),
    Halaman(
        model=KoperasiDesa,
        prefix="koperasi",
        kolom=(
            ("desa", DesaColumn()),
            ("kecamatan", KecamatanDesaColumn("Kecamatan", accessor="desa__kecamatan")),
            "nama",
            "tanggal_musyawarah",
            "tanggal_badan_hukum",
            "nomor_badan_hukum",
            "tanggal_aktif",
        ),
        saring=("nama", ("desa", NamaDesaFilter()), ("kecamatan", KecamatanDesaFilter())),
        isian=(
            "desa",
            "nama",
            "tanggal_musyawarah",
            "nomor_musyawarah",
            "tanggal_badan_hukum",
            "nomor_badan_hukum",
            "tanggal_aktif",
        ),
        sebutan={"desa": forms.SEBUTAN_DESA},
        related=("desa__kecamatan__kabupaten",),
    ),
    Halaman(
        model=RincianLembaga,
        prefix="lembaga/rincian",
        only=("list", "detail", "history"),
        kolom=(
            ("desa", DesaColumn()),
            ("kecamatan", KecamatanDesaColumn("Kecamatan", accessor="desa__kecamatan")),
            "tahun",
            *LEMBAGA,
        ),
        saring=("tahun", ("nama", NamaDesaFilter()), ("kecamatan", KecamatanDesaFilter())),
        related=("desa__kecamatan__kabupaten",),
    ),
    Halaman(
        model=RekapLembaga,
        prefix="lembaga",
        # satu baris per kecamatan, jumlah semuanya di kaki tabel
        kolom=(
            ("kecamatan", KecamatanColumn(footer="Jumlah")),
            "tahun",
            *((nama, TotalColumn()) for nama in (*WILAYAH, *LEMBAGA)),
            ("semua", TotalColumn("Semua", orderable=False)),
        ),
        saring=("tahun", "kecamatan"),
        isian=("kecamatan", "tahun", *WILAYAH, *LEMBAGA, *RINCI),
        petunjuk=dict.fromkeys((*WILAYAH, *LEMBAGA, *RINCI), KOSONG),
        related=("kecamatan__kabupaten",),
        daftar={"paginate_by": 50},
    ),
    Halaman(
        model=KegiatanPkk,
        prefix="pkk",
        kolom=(
            ("kecamatan", KecamatanColumn()),
            "tahun",
            "buta_aksara",
            "paud",
            "taman_bacaan",
            "bkb",
            ("up2k", AngkaColumn("Kelompok UP2K", orderable=False)),
            "koperasi",
        ),
        saring=("tahun", "kecamatan"),
        isian=("kecamatan", "tahun", *kolom_pkk(), "keterangan"),
        related=("kecamatan__kabupaten",),
        daftar={"paginate_by": 50},
    ),
)
