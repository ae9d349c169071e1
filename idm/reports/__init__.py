from idm.reports.seindeks import status_seindeks
from idm.reports.skor import BarisSkor, selisih_rekap, uraian_skor
from idm.reports.status import (
    URUTAN,
    Matriks,
    StatusSetahun,
    StatusTahun,
    TabelStatus,
    banyak_pindah,
    deret_status,
    desa_berstatus,
    matriks,
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
    "matriks",
    "perpindahan",
    "pindah_tahunan",
    "selisih_rekap",
    "status_seindeks",
    "status_tahun",
    "status_tahunan",
    "tabel_status",
    "uraian_skor",
]
