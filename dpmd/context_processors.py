from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from dpmd.menu import MENU

UTAMA = "Naskah"  # kelompok yang terbuka bila halaman kini di luar semua kelompok


def menu(request: HttpRequest) -> dict[str, Any]:
    """Menu yang terbuka bagi pengguna; halaman kini ditandai dan kelompoknya terbuka."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {}
    groups = [group for group in (_open(group, request) for group in MENU) if group["items"]]
    current = next((group["label"] for group in groups[1:] if group["is_current"]), UTAMA)
    return {"menu": groups, "menu_terbuka": current}


def _open(group: Any, request: HttpRequest) -> dict[str, Any]:
    label, items = group
    opened = []
    for item in items:
        if item.perm and not request.user.has_perm(item.perm):
            continue
        url = reverse(item.url_name)
        is_below = item.url_name.endswith("_list") and request.path.startswith(url)
        opened.append({"label": item.label, "url": url, "is_current": request.path == url or is_below})
    return {"label": label, "items": opened, "is_current": any(item["is_current"] for item in opened)}
