"""Halaman akun."""

from accounts.views.faktor import (
    FaktorMasuk,
    KodePemulihan,
    KodePemulihanBaru,
    KunciCreate,
    KunciDelete,
    SandiLagi,
    TotpLepas,
    TotpPasang,
)
from accounts.views.kabar import PilihanKabarView, daftar_kabar, open_kabar, read_semua
from accounts.views.kantor import PerangkatUpdate
from accounts.views.keamanan import Keamanan, end_own
from accounts.views.masuk import Login, PasswordChange, set_tahun
from accounts.views.pengguna import (
    UserCreate,
    UserDetail,
    UserFaktor,
    UserSesi,
    UserTautan,
    UserTautanCabut,
    UserUpdate,
)
from accounts.views.tautan import LupaSandi, TautanPakai
from accounts.views.tim import Tim
from accounts.views.token import TokenApiCabut, TokenApiCreate, TokenApiDetail
from accounts.views.usul import UsulDetail, UsulPutus

__all__ = [
    "FaktorMasuk",
    "Keamanan",
    "KodePemulihan",
    "KodePemulihanBaru",
    "KunciCreate",
    "KunciDelete",
    "Login",
    "LupaSandi",
    "PasswordChange",
    "PerangkatUpdate",
    "PilihanKabarView",
    "SandiLagi",
    "TautanPakai",
    "Tim",
    "TokenApiCabut",
    "TokenApiCreate",
    "TokenApiDetail",
    "TotpLepas",
    "TotpPasang",
    "UserCreate",
    "UserDetail",
    "UserFaktor",
    "UserSesi",
    "UserTautan",
    "UserTautanCabut",
    "UserUpdate",
    "UsulDetail",
    "UsulPutus",
    "daftar_kabar",
    "end_own",
    "open_kabar",
    "read_semua",
    "set_tahun",
]
