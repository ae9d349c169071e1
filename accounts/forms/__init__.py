"""Formulir kantor dan akun."""

from accounts.forms.kantor import (
    IsianPejabat,
    KantorForm,
    LogoField,
    PejabatForm,
    PerangkatDaerahForm,
)
from accounts.forms.kode import KodeForm
from accounts.forms.pengguna import UserForm
from accounts.forms.sandi import GantiSandiForm, LupaSandiForm, PasangSandiForm
from accounts.forms.token import TokenApiForm

__all__ = [
    "GantiSandiForm",
    "IsianPejabat",
    "KantorForm",
    "KodeForm",
    "LogoField",
    "LupaSandiForm",
    "PasangSandiForm",
    "PejabatForm",
    "PerangkatDaerahForm",
    "TokenApiForm",
    "UserForm",
]
