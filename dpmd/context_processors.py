from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from dpmd.menu import MENU, Item
from dpmd.panduan import bab_halaman

_url = cache(reverse)  # alamat butir menu tidak berubah selama proses hidup
UTAMA = "Naskah"  # kelompok yang terbuka bila halaman kini di luar semua kelompok


@dataclass
class Butir:
    """Butir menu pada satu permintaan; daftar juga mencakup halaman di bawahnya."""

    label: str
    url: str
    is_list: bool
    is_current: bool = False


@dataclass
class Kelompok:
    label: str
    items: list[Butir]

    @property
    def is_current(self) -> bool:
        return any(butir.is_current for butir in self.items)


def menu(request: HttpRequest) -> dict[str, Any]:
    """Menu yang terbuka bagi pengguna, disusun sekali tiap permintaan walau templatnya berlapis."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {}
    if not hasattr(request, "menu"):
        request.menu = _menu(request.path, user)  # type: ignore[attr-defined]
        request.menu["bantuan"] = _bantuan(request)  # type: ignore[attr-defined]
    return request.menu  # type: ignore[attr-defined, no-any-return]


def _menu(path: str, user: Any) -> dict[str, Any]:
    """Kelompok yang berisi; halaman kini ditandai dan kelompoknya terbuka."""
    berisi = []
    butir: list[Butir] = []
    for label, items in MENU:
        terbuka = _open(items, user)
        if terbuka:
            berisi.append(Kelompok(label, terbuka))
            butir += terbuka
    _mark(path, butir)
    return {"menu": berisi, "menu_terbuka": _terbuka(berisi)}


def _bantuan(request: HttpRequest) -> str:
    """Alamat bab yang menerangkan halaman ini; halaman galat menuju daftar babnya."""
    jalan = request.resolver_match
    bab = bab_halaman(jalan.view_name) if jalan else None
    return bab.get_absolute_url() if bab else _url("bantuan")


def _terbuka(kelompok: list[Kelompok]) -> str:
    """Kelompok halaman kini; yang pertama selalu tampak, tidak perlu dibuka."""
    for satu in kelompok[1:]:
        if satu.is_current:
            return satu.label
    return UTAMA


def _open(items: Iterable[Item], user: Any) -> list[Butir]:
    """Butir yang boleh dibuka."""
    permitted = []
    for item in items:
        if not item.perm or user.has_perm(item.perm):
            permitted.append(_butir(item))
    return permitted


def _butir(item: Item) -> Butir:
    url = _url(item.url_name)
    is_list = item.url_name.endswith("_list")
    return Butir(item.label, url, is_list)


def _mark(path: str, items: list[Butir]) -> None:
    """Tandai butir yang paling tepat: sama persis, atau daftar terdekat di atasnya."""
    sama = [butir.url for butir in items if butir.url == path]
    daftar = [butir.url for butir in items if butir.is_list]
    di_atas = [url for url in daftar if path.startswith(url)]
    current = max([*sama, *di_atas], key=len, default="")
    for butir in items:
        butir.is_current = butir.url == current
