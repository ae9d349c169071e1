"""Satu gambar digambar dua kali: bagi layar lebar dan bagi layar sempit."""

from collections.abc import Callable
from dataclasses import dataclass

from core.grafik.dasar import LEBAR
from core.grafik.lajur import SEMPIT

Melukis = Callable[[int], str]  # dari lebarnya


@dataclass(frozen=True)
class DuaLebar:
    """Keduanya kosong bila tidak ada yang digambar."""

    lebar: str
    sempit: str


def dua_lebar(melukis: Melukis) -> DuaLebar:
    """Lebar halaman, lalu lebar telepon."""
    lebar = melukis(LEBAR)
    sempit = melukis(SEMPIT)
    return DuaLebar(lebar, sempit)
