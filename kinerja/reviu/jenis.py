"""Jenis naskah yang dapat direviu: tempat pada isinya, dan petunjuk sistem di samping butirnya.

Kamar naskahnya mendaftarkan; meja reviu memakainya tanpa mengenal naskahnya.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

LUAR = "luar"  # kode tempat di luar naskahnya


@dataclass(frozen=True)
class Petunjuk:
    """Satu keterangan yang disusun sistem; `is_kurang` bila menyatakan yang belum ada."""

    kalimat: str
    url: str = ""
    is_kurang: bool = False


@dataclass(frozen=True)
class TempatNaskah:
    """Bagian, tabel atau gambar pada naskah beku; `kode` jangkarnya pada pratinjau."""

    kode: str
    sebutan: str
    kelompok: str


SemuaPetunjuk = Iterable[Petunjuk]
SemuaTempat = list[TempatNaskah]
Penyusun = Callable[[Any], SemuaPetunjuk]  # dari bahan reviu
DI_LUAR = TempatNaskah(LUAR, "Cetakan di luar aplikasi", "Lain")


@dataclass(frozen=True)
class JenisReviu:
    """Satu jenis naskah; `petunjuk` kunci → (sebutan, penyusunnya), `tempat` dari isi bekunya."""

    sebutan: str
    tempat: Callable[[Any], SemuaTempat]
    petunjuk: Mapping[str, tuple[str, Penyusun]]

    def semua_tempat(self, isi: Any) -> SemuaTempat:
        """Tempat pada isinya, lalu yang di luarnya."""
        return [*self.tempat(isi), DI_LUAR]


_JENIS: dict[str, JenisReviu] = {}


def register(label: str, jenis: JenisReviu) -> None:
    """Daftarkan naskah `app.Model` sebagai yang dapat direviu."""
    _JENIS[label] = jenis


def jenis_reviu(label: str) -> JenisReviu | None:
    """`None` bila naskah itu tidak direviu."""
    return _JENIS.get(label)


def pilihan_jenis() -> list[tuple[str, str]]:
    """Label dan sebutan semua yang terdaftar."""
    return [(label, jenis.sebutan) for label, jenis in _JENIS.items()]
