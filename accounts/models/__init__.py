"""Daerah, perangkatnya, pejabatnya, dan penggunanya."""

from accounts.models.daerah import (
    Bidang,
    Kabupaten,
    PerangkatBelumAda,
    PerangkatDaerah,
    tahun_field,
)
from accounts.models.pejabat import Pejabat
from accounts.models.pengguna import ScopedUserManager, User

__all__ = [
    "Bidang",
    "Kabupaten",
    "Pejabat",
    "PerangkatBelumAda",
    "PerangkatDaerah",
    "ScopedUserManager",
    "User",
    "tahun_field",
]
