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
from accounts.models.tautan import Tautan
from accounts.models.usul import UsulAkun

__all__ = [
    "Bidang",
    "Kabupaten",
    "Pejabat",
    "PerangkatBelumAda",
    "PerangkatDaerah",
    "ScopedUserManager",
    "Tautan",
    "User",
    "UsulAkun",
    "tahun_field",
]
