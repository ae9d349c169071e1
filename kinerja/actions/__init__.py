from kinerja.actions.bukti import attach_bukti, discard_bukti
from kinerja.actions.lkjip import create_lkjip
from kinerja.actions.target import record_target_change, tulisan_target

__all__ = ["attach_bukti", "create_lkjip", "discard_bukti", "record_target_change", "tulisan_target"]
