"""Isi gambaran kabupaten; bagiannya juga dipakai dasbor desa dan provinsi."""

from idm.laporan.gambaran.reports.gambaran import (
    ButirTerlemah,
    IsiGambaran,
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
    "ButirTerlemah",
    "IsiGambaran",
    "Kelompok",
    "Rata",
    "SelPindah",
    "SemuaKelompok",
    "SemuaPindah",
    "gambaran",
    "per_kecamatan",
    "per_kelompok",
    "rata",
    "susun_matriks",
    "terlemah",
]
