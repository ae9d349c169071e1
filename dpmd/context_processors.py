from functools import cache
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from dpmd.menu import MENU

_url = cache(reverse)  # alamat butir menu tidak berubah selama proses hidup
UTAMA = "Naskah"  # kelompok yang terbuka bila halaman kini di luar semua kelompok


def menu(request: HttpRequest) -> dict[str, Any]:
    """Menu yang terbuka bagi pengguna, disusun sekali tiap permintaan walau templatnya berlapis."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {}
    if not hasattr(request, "menu"):
        request.menu = _menu(request.path, user)  # type: ignore[attr-defined]
    return request.menu  # type: ignore[attr-defined, no-any-return]


def _menu(path: str, user: Any) -> dict[str, Any]:
    """Kelompok yang berisi; halaman kini ditandai dan kelompoknya terbuka."""
    groups = [(label, _open(items, user)) for label, items in MENU]
    current = _current(path, [item for _, items in groups for item in items])
    menu = [
        {"label": label, "items": [item | {"is_current": item["url"] == current} for item in items]}
        for label, items in groups
        if items
    ]
    terbuka = next((g["label"] for g in menu[1:] if any(item["is_current"] for item in g["items"])), UTAMA)
    return {"menu": menu, "menu_terbuka": terbuka}


def _open(items: Any, user: Any) -> list[dict[str, Any]]:
    """Butir yang boleh dibuka; daftar juga mencakup halaman di bawahnya."""
    return [
        {"label": item.label, "url": _url(item.url_name), "is_list": item.url_name.endswith("_list")}
        for item in items
        if not item.perm or user.has_perm(item.perm)
    ]


def _current(path: str, items: list[dict[str, Any]]) -> str:
    """Alamat butir yang paling tepat untuk halaman kini: sama persis, atau daftar terdekat di atasnya."""
    cocok = [i["url"] for i in items if path == i["url"] or (i["is_list"] and path.startswith(i["url"]))]
    return max(cocok, key=len, default="")
