from documents.actions.kunci import open_lock
from documents.actions.workflow import Denied, advance

__all__ = ["Denied", "advance", "open_lock"]
