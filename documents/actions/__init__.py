from documents.actions.kunci import close_lock, open_lock
from documents.actions.sertifikat import store_certificate
from documents.actions.temuan import explain, judge
from documents.actions.utas import reply
from documents.actions.workflow import Denied, advance

__all__ = [
    "Denied",
    "advance",
    "close_lock",
    "explain",
    "judge",
    "open_lock",
    "reply",
    "store_certificate",
]
