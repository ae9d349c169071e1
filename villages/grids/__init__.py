from villages.grids.apbdes import AnggaranDesaGrid, RekeningGrid
from villages.grids.kerja_sama import KerjaSamaGrid
from villages.grids.koperasi import KoperasiGrid
from villages.grids.lembaga import KegiatanPkkGrid, RekapLembagaGrid, RincianLembagaGrid
from villages.grids.posyandu import PosyanduGrid

__all__ = [
    "AnggaranDesaGrid",
    "KegiatanPkkGrid",
    "KerjaSamaGrid",
    "KoperasiGrid",
    "PosyanduGrid",
    "RekapLembagaGrid",
    "RekeningGrid",
    "RincianLembagaGrid",
]
