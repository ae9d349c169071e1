from villages.grids.kerja_sama import KerjaSamaGrid
from villages.grids.lembaga import KegiatanPkkGrid, RekapLembagaGrid, RincianLembagaGrid

__all__ = ["KegiatanPkkGrid", "KerjaSamaGrid", "RekapLembagaGrid", "RincianLembagaGrid"]
