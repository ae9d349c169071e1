from functools import cache
from itertools import chain
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
    groups = {label: _open(items, user) for label, items in MENU}
    current = _current(path, list(chain.from_iterable(groups.values())))
    menu = [_group(label, items, current) for label, items in groups.items() if items]
    terbuka = (group["label"] for group in menu[1:] if group["is_current"])
    return {"menu": menu, "menu_terbuka": next(terbuka, UTAMA)}


def _group(label: str, items: list[dict[str, Any]], current: str) -> dict[str, Any]:
    items = [item | {"is_current": item["url"] == current} for item in items]
    is_current = any(item["is_current"] for item in items)
    return {"label": label, "items": items, "is_current": is_current}


def _open(items: Any, user: Any) -> list[dict[str, Any]]:
    """Butir yang boleh dibuka; daftar juga mencakup halaman di bawahnya."""
    permitted = [item for item in items if not item.perm or user.has_perm(item.perm)]
    return [_item(item.label, item.url_name) for item in permitted]


def _item(label: str, url_name: str) -> dict[str, Any]:
    return {"label": label, "url": _url(url_name), "is_list": url_name.endswith("_list")}


def _current(path: str, items: list[dict[str, Any]]) -> str:
    """Alamat butir yang paling tepat: sama persis, atau daftar terdekat di atasnya."""
    sama = [item["url"] for item in items if item["url"] == path]
    daftar = [item["url"] for item in items if item["is_list"]]
    di_atas = [url for url in daftar if path.startswith(url)]
    return max([*sama, *di_atas], key=len, default="")
