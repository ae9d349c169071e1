from kinerja.actions.bukti import attach_bukti, discard_bukti
from kinerja.actions.lkjip import create_lkjip
from kinerja.actions.salin import Salinan, copy_year
from kinerja.actions.target import record_target_change, tulisan_target

__all__ = [
    "Salinan",
    "attach_bukti",
    "copy_year",
    "create_lkjip",
    "discard_bukti",
    "record_target_change",
    "tulisan_target",
]
