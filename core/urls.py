"""Enam jalan untuk satu model."""

from typing import Any

from django.db import models
from django.urls import URLPattern, path

from core import views

READ = ("list", "detail", "history")
WRITE = ("create", "update", "delete")
ROUTES = {
    "list": ("", views.List),
    "create": ("tambah/", views.Create),
    "detail": ("<int:pk>/", views.Detail),
    "update": ("<int:pk>/ubah/", views.Update),
    "delete": ("<int:pk>/hapus/", views.Delete),
    "history": ("<int:pk>/riwayat/", views.History),
}
OPTIONS = {
    "list": ("table_class", "filterset_class", "related", "intro", "paginate_by"),
    "create": ("form_class",),
    "update": ("form_class",),
    "detail": ("panels", "related"),
}


def crud_urls(
    model: type[models.Model],
    *,
    prefix: str,
    only: tuple[str, ...] = READ + WRITE,
    custom: dict[str, Any] | None = None,
    **options: Any,
) -> list[URLPattern]:
    """Jalan `/<prefix>/…` bernama `<model>_<halaman>`; `custom` menukar kelas satu halaman."""
    patterns = []
    for page in only:
        tail, default = ROUTES[page]
        view = (custom or {}).get(page, default)
        kwargs = {name: options[name] for name in OPTIONS.get(page, ()) if name in options}
        name = f"{model._meta.model_name}_{page}"
        page_view = view.as_view(model=model, **kwargs)
        patterns.append(path(f"{prefix}/{tail}", page_view, name=name))
    return patterns
