"""Kisi rencana aksi, target, penanggung sub kegiatan, dan pagu tiap versi DPA."""

from kinerja.perencanaan.grids.penanggung import PenanggungGrid
from kinerja.perencanaan.grids.rencana_aksi import RencanaAksiGrid
from kinerja.perencanaan.grids.target import TargetBarisGrid
from kinerja.perencanaan.grids.versi_pagu import VersiPaguGrid

__all__ = ["PenanggungGrid", "RencanaAksiGrid", "TargetBarisGrid", "VersiPaguGrid"]
