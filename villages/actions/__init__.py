from villages.actions.apbdes import store_anggaran
from villages.actions.daftar import apply_daftar
from villages.actions.kerja_sama import copy_kerja_sama, store_anggota
from villages.actions.lembaga import jumlahkan
from villages.actions.wilayah import benarkan_alias, load_batas, record_riwayat

__all__ = [
    "apply_daftar",
    "benarkan_alias",
    "copy_kerja_sama",
    "jumlahkan",
    "load_batas",
    "record_riwayat",
    "store_anggaran",
    "store_anggota",
]
