from villages.actions.kerja_sama import salin_kerja_sama, simpan_anggota
from villages.actions.lembaga import jumlahkan
from villages.actions.wilayah import benarkan_alias, ubah_desa

__all__ = ["benarkan_alias", "jumlahkan", "salin_kerja_sama", "simpan_anggota", "ubah_desa"]
