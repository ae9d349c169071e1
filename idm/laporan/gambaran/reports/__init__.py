"""Isi gambaran kabupaten; bagiannya juga dipakai dasbor desa dan provinsi."""

from idm.laporan.gambaran.reports.gambaran import (
    TERLEMAH,
    ButirTerlemah,
    IsiGambaran,
    dari_terlemah,
    gambaran,
    terlemah,
)
from idm.laporan.gambaran.reports.perpindahan import (
    NAMA_STATUS,
    SelPindah,
    SemuaPindah,
    susun_matriks,
)
from idm.laporan.gambaran.reports.rata import (
    Kelompok,
    Rata,
    SemuaKelompok,
    per_kecamatan,
    per_kelompok,
    rata,
)

__all__ = [
    "NAMA_STATUS",
    "TERLEMAH",
    "ButirTerlemah",
    "IsiGambaran",
    "Kelompok",
    "Rata",
    "SelPindah",
    "SemuaKelompok",
    "SemuaPindah",
    "dari_terlemah",
    "gambaran",
    "per_kecamatan",
    "per_kelompok",
    "rata",
    "susun_matriks",
    "terlemah",
]
