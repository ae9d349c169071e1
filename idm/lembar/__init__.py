"""Laporan IDM sebagai lembar kerja dan cetakan, dari isi yang sama dengan halamannya."""

from idm.lembar.cetakan_gambaran import cetakan_gambaran
from idm.lembar.gambaran import gambaran, tabel_gambaran
from idm.lembar.peringkat import cetakan_peringkat, peringkat
from idm.lembar.profil import cetakan_profil, profil, tabel_profil

__all__ = [
    "cetakan_gambaran",
    "cetakan_peringkat",
    "cetakan_profil",
    "gambaran",
    "peringkat",
    "profil",
    "tabel_gambaran",
    "tabel_profil",
]
