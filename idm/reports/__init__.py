from idm.reports.matriks import Matriks, matriks
from idm.reports.seindeks import (
    is_seindeks,
    pindah_berlaku,
    status_berlaku,
    status_seindeks,
    tabel_tahun,
)
from idm.reports.skor import BarisSkor, selisih_rekap, uraian_skor
from idm.reports.status import (
    URUTAN,
    StatusSetahun,
    StatusTahun,
    TabelStatus,
    banyak_pindah,
    deret_status,
    desa_berstatus,
    perpindahan,
    pindah_tahunan,
    status_tahun,
    status_tahunan,
    tabel_status,
)

__all__ = [
    "URUTAN",
    "BarisSkor",
    "Matriks",
    "StatusSetahun",
    "StatusTahun",
    "TabelStatus",
    "banyak_pindah",
    "deret_status",
    "desa_berstatus",
    "is_seindeks",
    "matriks",
    "perpindahan",
    "pindah_berlaku",
    "pindah_tahunan",
    "selisih_rekap",
    "status_berlaku",
    "status_seindeks",
    "status_tahun",
    "status_tahunan",
    "tabel_status",
    "tabel_tahun",
    "uraian_skor",
]
