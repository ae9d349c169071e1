"""Laporan IDM sebagai lembar kerja dan cetakan, dari isi yang sama dengan halamannya."""

from idm.lembar.gambaran import cetakan_gambaran, gambaran
from idm.lembar.peringkat import cetakan_peringkat, peringkat
from idm.lembar.profil import cetakan_profil, profil

__all__ = [
    "cetakan_gambaran",
    "cetakan_peringkat",
    "cetakan_profil",
    "gambaran",
    "peringkat",
    "profil",
]
