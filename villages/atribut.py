"""Sifat tahunan desa yang dapat dipetakan; aplikasi di kanan mendaftarkan miliknya."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Atribut:
    """`kelas` nama kelas dan warnanya menurut urutan.

    `nilai(kabupaten, tahun)` memberi nomor desa → nama kelas.
    """

    kode: str
    label: str
    kelas: Mapping[str, str]
    nilai: Callable[[Any, int], dict[int, str]]


_ATRIBUT: dict[str, Atribut] = {}


def register(atribut: Atribut) -> None:
    _ATRIBUT[atribut.kode] = atribut


def semua() -> list[Atribut]:
    """Menurut urutan pendaftaran."""
    return list(_ATRIBUT.values())


def cari(kode: str) -> Atribut:
    """Atribut berkode itu; yang tidak dikenal menjadi yang pertama."""
    return _ATRIBUT.get(kode) or semua()[0]
