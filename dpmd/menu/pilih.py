"""Halaman yang boleh dibuka seseorang, dan yang dipakainya sehari-hari."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from accounts.roles import allows
from dpmd.menu.butir import Item
from dpmd.menu.isi import MENU

SemuaKelompok = Iterator[tuple[str, list[Item]]]  # judul dan butirnya
Peran = tuple[str, ...]


def terbuka(user: Any) -> SemuaKelompok:
    """Kelompok dengan semua halaman yang boleh dibuka `user`; yang kosong dilewati."""
    for label, items in MENU:
        boleh = [item for item in items if item.is_open(user)]
        if boleh:
            yield label, boleh


@cache
def sehari_hari(peran: Peran) -> tuple[tuple[str, list[Item]], ...]:
    """Kelompok dengan halaman yang dipakai pemegang `peran` sehari-hari; dipilih sekali."""
    kelompok = []
    for label, items in MENU:
        dipakai = [item for item in items if _is_dipakai(item, peran)]
        if dipakai:
            kelompok.append((label, dipakai))
    return tuple(kelompok)


def _is_dipakai(item: Item, peran: Peran) -> bool:
    """Boleh dibuka, dan termasuk menu salah satu perannya."""
    is_boleh = not item.perm or any(allows(satu, item.perm) for satu in peran)
    return is_boleh and not item.bagi.isdisjoint(peran)
