"""Indikator kinerja yang ikut berubah bila draf berlaku.

Aplikasi di kanan mendaftarkan penghitungnya.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

Pindah = Mapping[tuple[str, str], int]  # (status tahun lalu, status tahun ini) -> banyak desa


@dataclass(frozen=True)
class DampakIndikator:
    """Realisasi satu indikator kini, dan bila drafnya berlaku; `None` bila tidak dapat dihitung."""

    jenis: str
    nama: str
    satuan: str
    desimal: int
    kini: Any
    draf: Any
    url: str

    @property
    def is_beda(self) -> bool:
        return bool(self.kini != self.draf)


Penghitung = Callable[[Any, int, Any, Pindah], list[DampakIndikator]]
_PENGHITUNG: list[Penghitung] = []


def register(penghitung: Penghitung) -> None:
    """`penghitung(kabupaten, tahun, status, pindah)` dengan status desa seandainya draf berlaku."""
    _PENGHITUNG.append(penghitung)


def indikator(kabupaten: Any, tahun: int, status: Any, pindah: Pindah) -> list[DampakIndikator]:
    """Semua indikator yang bergantung pada status desa."""
    hasil: list[DampakIndikator] = []
    for penghitung in _PENGHITUNG:
        hasil += penghitung(kabupaten, tahun, status, pindah)
    return hasil


@dataclass(frozen=True)
class DrafDesa:
    """Draf lengkap satu desa yang belum berlaku, di samping angka yang berlaku.

    Angka yang berlaku `None` bila belum ada.
    """

    desa: Any
    indeks: str
    desimal: int
    berlaku: Any
    kini: Decimal | None
    nilai: Decimal
    status: str
    url: str

    @property
    def status_kini(self) -> str | None:
        return self.berlaku.status if self.berlaku else None
