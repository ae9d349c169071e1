from documents.actions.alur import Denied, advance
from documents.actions.kunci import open_lock

__all__ = ["Denied", "advance", "open_lock"]
