"""Halaman rekening APBDes dan isi tiap desanya."""

from core.halaman import Halaman
from villages.filters import KecamatanDesaFilter, NamaDesaFilter
from villages.models import AnggaranDesa, RekeningDesa
from villages.tables import DesaColumn, KecamatanDesaColumn

HALAMAN = (
    Halaman(
        model=RekeningDesa,
        prefix="apbdes/rekening",
        kolom=("kode", "nama", "induk", "is_pengurang", "sebutan"),
        saring=("nama",),
        isian=("kode", "nama", "induk", "is_pengurang", "sebutan"),
        related=("induk",),
        daftar={"paginate_by": 50},
    ),
    Halaman(
        model=AnggaranDesa,
        prefix="apbdes/baris",
        only=("list", "detail", "history"),
        kolom=(
            ("desa", DesaColumn()),
            ("kecamatan", KecamatanDesaColumn("Kecamatan", accessor="desa__kecamatan")),
            "tahun",
            "rekening",
            "anggaran",
            "realisasi",
        ),
        saring=(
            "tahun",
            ("nama", NamaDesaFilter()),
            ("kecamatan", KecamatanDesaFilter()),
            "rekening",
        ),
        related=("desa__kecamatan__kabupaten", "rekening"),
    ),
)
