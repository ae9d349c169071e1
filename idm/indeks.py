"""Indeks perkembangan desa yang dipakai satu tahun; hasil dua indeks tidak disandingkan."""

from dataclasses import dataclass

BERGANTI = 2025  # Permendesa PDT 9/2024: tahun data pertama Indeks Desa


@dataclass(frozen=True)
class IndeksDipakai:
    """Sebutannya pada naskah."""

    nama: str
    singkatan: str


IDM = IndeksDipakai("Indeks Desa Membangun", "IDM")
INDEKS_DESA = IndeksDipakai("Indeks Desa", "Indeks Desa")


def indeks(tahun: int) -> IndeksDipakai:
    """Yang dipakai pada `tahun`."""
    if tahun < BERGANTI:
        return IDM
    return INDEKS_DESA
