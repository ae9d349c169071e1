"""Daerah, perangkatnya, pejabatnya, dan penggunanya."""

from accounts.models.daerah import (
    Bidang,
    Kabupaten,
    PerangkatBelumAda,
    PerangkatDaerah,
    tahun_berjalan,
    tahun_field,
)
from accounts.models.kabar import CaraKabar, JenisKabar, Kabar, PilihanKabar
from accounts.models.pejabat import Pejabat
from accounts.models.pengguna import ScopedUserManager, User
from accounts.models.tautan import Tautan
from accounts.models.token import TokenApi
from accounts.models.usul import UsulAkun

__all__ = [
    "Bidang",
    "CaraKabar",
    "JenisKabar",
    "Kabar",
    "Kabupaten",
    "Pejabat",
    "PerangkatBelumAda",
    "PerangkatDaerah",
    "PilihanKabar",
    "ScopedUserManager",
    "Tautan",
    "TokenApi",
    "User",
    "UsulAkun",
    "tahun_berjalan",
    "tahun_field",
]
