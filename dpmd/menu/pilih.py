"""Halaman yang boleh dibuka seseorang, dan yang dipakainya sehari-hari."""

from collections.abc import Iterator
from typing import Any

from dpmd.menu.butir import Item
from dpmd.menu.isi import MENU

SemuaKelompok = Iterator[tuple[str, list[Item]]]  # judul dan butirnya


def terbuka(user: Any) -> SemuaKelompok:
    """Kelompok dengan semua halaman yang boleh dibuka `user`; yang kosong dilewati."""
    for label, items in MENU:
        boleh = [item for item in items if item.is_open(user)]
        if boleh:
            yield label, boleh


def sehari_hari(user: Any) -> SemuaKelompok:
    """Kelompok dengan halaman yang dipakai peran `user` sehari-hari."""
    for label, items in terbuka(user):
        dipakai = [item for item in items if not item.bagi.isdisjoint(user.roles)]
        if dipakai:
            yield label, dipakai
