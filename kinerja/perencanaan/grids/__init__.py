"""Kisi rencana aksi, target, dan penanggung sub kegiatan."""

from kinerja.perencanaan.grids.penanggung import PenanggungGrid
from kinerja.perencanaan.grids.rencana_aksi import RencanaAksiGrid
from kinerja.perencanaan.grids.target import TargetBarisGrid

__all__ = ["PenanggungGrid", "RencanaAksiGrid", "TargetBarisGrid"]
