from villages.grids.apbdes import AnggaranDesaGrid, RekeningGrid
from villages.grids.kerja_sama import KerjaSamaGrid
from villages.grids.lembaga import KegiatanPkkGrid, RekapLembagaGrid, RincianLembagaGrid

__all__ = [
    "AnggaranDesaGrid",
    "KegiatanPkkGrid",
    "KerjaSamaGrid",
    "RekapLembagaGrid",
    "RekeningGrid",
    "RincianLembagaGrid",
]
