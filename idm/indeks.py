"""Indeks perkembangan desa yang dipakai satu tahun; hasil dua indeks tidak disandingkan."""

from dataclasses import dataclass

BERGANTI = 2025  # Permendesa PDT 9/2024: tahun data pertama Indeks Desa


@dataclass(frozen=True)
class Indeks:
    """Sebutannya pada naskah."""

    nama: str
    singkatan: str


IDM = Indeks("Indeks Desa Membangun", "IDM")
INDEKS_DESA = Indeks("Indeks Desa", "Indeks Desa")


def indeks(tahun: int) -> Indeks:
    """Yang dipakai pada `tahun`."""
    if tahun < BERGANTI:
        return IDM
    return INDEKS_DESA
