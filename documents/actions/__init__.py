from documents.actions.kunci import open_lock
from documents.actions.temuan import answer, judge
from documents.actions.workflow import Denied, advance

__all__ = ["Denied", "advance", "answer", "judge", "open_lock"]
