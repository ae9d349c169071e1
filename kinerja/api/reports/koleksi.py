"""Satu koleksi API: baris yang dibaca, dan cara sebaris menjadi jawaban."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from accounts.models import TokenApi

Saringan = dict[str, Any]  # isian saringan yang sudah diperiksa


@dataclass(frozen=True)
class BarisKoleksi:
    """Baris menurut urutan tetapnya; hanya yang sehalaman dibentuk menjadi jawaban."""

    rows: Any  # QuerySet atau daftar
    bentuk: Callable[[Any], Any]


@dataclass(frozen=True, kw_only=True)
class Koleksi:
    """`nama` jalannya; `isi` dataclass sebarisnya; `saringan` kelas formulirnya."""

    nama: str
    judul: str
    isi: type
    saringan: Any
    read: Callable[[TokenApi, Saringan], BarisKoleksi]
