from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from dpmd.menu import MENU


def menu(request: HttpRequest) -> dict[str, Any]:
    """Menu yang terbuka bagi pengguna; halaman kini ditandai."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {}
    groups = [_open(group, request) for group in MENU]
    return {"menu": [group for group in groups if group["items"]]}


def _open(group: Any, request: HttpRequest) -> dict[str, Any]:
    label, items = group
    opened = []
    for item in items:
        if item.perm and not request.user.has_perm(item.perm):
            continue
        url = reverse(item.url_name)
        is_current = request.path == url or (url != "/" and request.path.startswith(url))
        opened.append({"label": item.label, "url": url, "is_current": is_current})
    return {"label": label, "items": opened}
