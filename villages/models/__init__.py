from villages.models.kerja_sama import AnggotaKerjaSama, KerjaSama
from villages.models.lembaga import RekapLembaga
from villages.models.wilayah import Desa, Kecamatan

__all__ = ["AnggotaKerjaSama", "Desa", "Kecamatan", "KerjaSama", "RekapLembaga"]
