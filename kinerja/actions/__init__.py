from kinerja.actions.lkjip import create_lkjip
from kinerja.actions.salin import Salinan, copy_year
from kinerja.actions.target import record_target_change, tulisan_target

__all__ = [
    "Salinan",
    "copy_year",
    "create_lkjip",
    "record_target_change",
    "tulisan_target",
]
