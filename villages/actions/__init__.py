from villages.actions.daftar import terapkan_daftar
from villages.actions.kerja_sama import salin_kerja_sama, simpan_anggota
from villages.actions.lembaga import jumlahkan
from villages.actions.wilayah import benarkan_alias, catat_riwayat, muat_batas

__all__ = [
    "benarkan_alias",
    "catat_riwayat",
    "jumlahkan",
    "muat_batas",
    "salin_kerja_sama",
    "simpan_anggota",
    "terapkan_daftar",
]
