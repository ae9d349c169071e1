"""Satu butir menu: alamatnya, hak yang membukanya, dan peran yang memakainya sehari-hari."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.urls import reverse

from accounts.roles import Peran

_url = cache(reverse)  # alamat butir menu tidak berubah selama proses hidup


@dataclass(frozen=True)
class Item:
    """Satu halaman; `bagi` peran yang menunya memuatnya, yang lain mencarinya di Data dan acuan.

    `memuat` isi halamannya yang juga dicari orang dengan namanya sendiri.
    """

    label: str
    nama_url: str
    perm: str = ""
    bagi: frozenset[Peran] = frozenset()
    memuat: str = ""

    @property
    def url(self) -> str:
        return _url(self.nama_url)

    def is_open(self, user: Any) -> bool:
        """Apakah `user` boleh membukanya."""
        return not self.perm or user.has_perm(self.perm)
