"""Tindakan perencanaan: DPA, nomenklatur, membuka tahun, indikator periode baru, draf naskah."""

from kinerja.perencanaan.actions.ambil import carry_indikator
from kinerja.perencanaan.actions.copy import Salinan, copy_tahun, preview_copy
from kinerja.perencanaan.actions.dpa import record_dpa, write_pagu
from kinerja.perencanaan.actions.edisi import load_edition
from kinerja.perencanaan.actions.naskah import draft_naskah
from kinerja.perencanaan.actions.undo import (
    BUKAN_SALINAN,
    copy_holder,
    undo_copy,
)
from kinerja.perencanaan.actions.usul import put_usul

__all__ = [
    "BUKAN_SALINAN",
    "Salinan",
    "carry_indikator",
    "copy_holder",
    "copy_tahun",
    "draft_naskah",
    "load_edition",
    "preview_copy",
    "put_usul",
    "record_dpa",
    "undo_copy",
    "write_pagu",
]
