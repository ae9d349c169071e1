from core.views.dasar import Context, Scoped
from core.views.read import Detail, History, List
from core.views.write import REPLAYED, Create, Delete, Saving, Update

__all__ = [
    "REPLAYED",
    "Context",
    "Create",
    "Delete",
    "Detail",
    "History",
    "List",
    "Saving",
    "Scoped",
    "Update",
]
