from kinerja.actions.bukti import attach_bukti, discard_bukti
from kinerja.actions.lkjip import create_lkjip

__all__ = ["attach_bukti", "create_lkjip", "discard_bukti"]
