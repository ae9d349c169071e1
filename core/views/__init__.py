from core.views.crud import REPLAYED, Create, Delete, Detail, History, List, Saving, Scoped, Update

__all__ = [
    "REPLAYED",
    "Create",
    "Delete",
    "Detail",
    "History",
    "List",
    "Saving",
    "Scoped",
    "Update",
]
