from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from dpmd.menu import Item, sehari_hari
from dpmd.panduan import bab_halaman

UTAMA = "Naskah"  # kelompok yang terbuka bila halaman kini di luar semua kelompok
SINGKAT = 12  # menu sependek ini terbuka seluruhnya


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
    is_open: bool = False

    @property
    def is_current(self) -> bool:
        return any(butir.is_current for butir in self.items)


def menu(request: HttpRequest) -> dict[str, Any]:
    """Menu peran pengguna, disusun sekali tiap permintaan walau templatnya berlapis."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {}
    if not hasattr(request, "menu"):
        request.menu = {  # type: ignore[attr-defined]
            "menu": _menu(request.path, user),
            "bantuan": _bantuan(request),
        }
    return request.menu  # type: ignore[attr-defined, no-any-return]


def _menu(path: str, user: Any) -> list[Kelompok]:
    """Kelompok yang berisi; halaman kini ditandai dan kelompoknya terbuka."""
    kelompok = []
    for label, items in sehari_hari(user):
        kelompok.append(Kelompok(label, list(_butir(items))))
    butir = [satu for sekelompok in kelompok for satu in sekelompok.items]
    _mark(path, butir)
    _buka(kelompok, len(butir))
    return kelompok


def _bantuan(request: HttpRequest) -> str:
    """Alamat bab yang menerangkan halaman ini; halaman galat menuju daftar babnya."""
    jalan = request.resolver_match
    bab = bab_halaman(jalan.view_name) if jalan else None
    return bab.get_absolute_url() if bab else reverse("bantuan")


def _buka(kelompok: list[Kelompok], banyak: int) -> None:
    """Kelompok halaman kini, atau yang utama; semuanya bila menunya singkat."""
    kini = [satu.label for satu in kelompok[1:] if satu.is_current]
    terbuka = kini or [UTAMA]
    for satu in kelompok:
        satu.is_open = banyak <= SINGKAT or satu.label in terbuka


def _butir(items: Iterable[Item]) -> Iterator[Butir]:
    for item in items:
        is_list = item.url_name.endswith("_list")
        yield Butir(item.label, item.url, is_list)


def _mark(path: str, items: list[Butir]) -> None:
    """Tandai butir yang paling tepat: sama persis, atau daftar terdekat di atasnya."""
    sama = [butir.url for butir in items if butir.url == path]
    daftar = [butir.url for butir in items if butir.is_list]
    di_atas = [url for url in daftar if path.startswith(url)]
    current = max([*sama, *di_atas], key=len, default="")
    for butir in items:
        butir.is_current = butir.url == current
