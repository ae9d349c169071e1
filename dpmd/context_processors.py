from dataclasses import dataclass
from functools import cache
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString

from accounts.context_processors import wilayah
from core.daerah import SebutanWilayah
from documents.jenis import is_peragaan
from dpmd.menu import Item, Peran, sehari_hari
from dpmd.panduan import bab_halaman
from villages.reports.wilayah import is_berdesa

UTAMA = "Naskah"  # kelompok yang terbuka bila halaman kini di luar semua kelompok
SINGKAT = 12  # menu sependek ini terbuka seluruhnya


@dataclass
class Butir:
    """Butir menu; butir daftar juga butir kini bagi halaman di bawahnya."""

    label: str
    url: str
    is_kini: bool


@dataclass
class Kelompok:
    label: str
    items: list[Butir]
    is_open: bool = False

    @property
    def is_kini(self) -> bool:
        return any(butir.is_kini for butir in self.items)


def peragaan(request: HttpRequest) -> dict[str, Any]:
    """Tanda pada tiap halaman tahun yang memuat angka buatan, dan apakah daerahnya berdesa.

    Ditanyakan saat digambar, menurut tahun yang dipakai isinya.
    """
    user: Any = getattr(request, "user", None)
    if not getattr(user, "kabupaten", None):
        return {}
    return {
        "is_peragaan": lambda: is_peragaan(user.kabupaten, _tahun(request)),
        "is_berdesa": lambda: is_berdesa(user.kabupaten),
    }


def _tahun(request: HttpRequest) -> int:
    """Tahun halamannya."""
    return request.tahun  # type: ignore[attr-defined, no-any-return]


def menu(request: HttpRequest) -> dict[str, Any]:
    """Menu peran pengguna, disusun sekali tiap permintaan walau templatnya berlapis."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {}
    if not hasattr(request, "menu"):
        request.menu = {  # type: ignore[attr-defined]
            "menu": _menu(request.path, user.peran, wilayah(request)["wilayah"]),
            "bantuan": _bantuan(request),
        }
    return request.menu  # type: ignore[attr-defined, no-any-return]


def _bantuan(request: HttpRequest) -> str:
    """Alamat bab yang menerangkan halaman ini; halaman galat menuju daftar babnya."""
    jalan = request.resolver_match
    bab = bab_halaman(jalan.view_name) if jalan else None
    if bab:
        return bab.get_absolute_url()
    return reverse("bantuan")


def _menu(path: str, peran: Peran, sebutan: SebutanWilayah) -> SafeString:
    """Menu pemegang `peran` dengan tanda pada butir halaman itu."""
    butir = []
    for _, items in sehari_hari(peran):
        for item in items:
            butir.append(item)
    return _gambar(peran, _kini(path, butir), sebutan)


def _kini(path: str, items: list[Item]) -> str:
    """Alamat butir yang paling tepat: sama persis, atau daftar terdekat di atasnya."""
    sama = [item.url for item in items if item.url == path]
    daftar = [item.url for item in items if item.nama_url.endswith("_list")]
    di_atas = [url for url in daftar if path.startswith(url)]
    return max([*sama, *di_atas], key=len, default="")


@cache
def _gambar(peran: Peran, kini: str, sebutan: SebutanWilayah) -> SafeString:
    """Digambar sekali tiap susunan peran, butir kini dan sebutan wilayah.

    Isinya sama sampai prosesnya berakhir.
    """
    kelompok = []
    for label, items in sehari_hari(peran):
        butir = []
        for item in items:
            label_setempat = sebutan.label(item.label)
            butir.append(Butir(label_setempat, item.url, item.url == kini))
        kelompok.append(Kelompok(label, butir))
    _buka(kelompok)
    return render_to_string("core/_navigasi.html", {"menu": kelompok})


def _buka(kelompok: list[Kelompok]) -> None:
    """Kelompok halaman kini, atau yang utama; semuanya bila menunya singkat."""
    banyak = sum(len(satu.items) for satu in kelompok)
    dibuka = [satu.label for satu in kelompok[1:] if satu.is_kini] or [UTAMA]
    for satu in kelompok:
        satu.is_open = banyak <= SINGKAT or satu.label in dibuka
