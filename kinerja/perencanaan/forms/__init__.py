"""Formulir perencanaan."""

from kinerja.perencanaan.forms.program import (
    DpaForm,
    IndikatorTambahanForm,
    KegiatanForm,
    ProgramForm,
    RencanaAksiForm,
    SalinTahunForm,
    SubKegiatanForm,
)
from kinerja.perencanaan.forms.renstra import (
    IndikatorForm,
    PeriodeRenstraForm,
    SasaranForm,
    TujuanForm,
)
from kinerja.perencanaan.forms.skala import SkalaKualitatifForm, TingkatKualitatifForm

__all__ = [
    "DpaForm",
    "IndikatorForm",
    "IndikatorTambahanForm",
    "KegiatanForm",
    "PeriodeRenstraForm",
    "ProgramForm",
    "RencanaAksiForm",
    "SalinTahunForm",
    "SasaranForm",
    "SkalaKualitatifForm",
    "SubKegiatanForm",
    "TingkatKualitatifForm",
    "TujuanForm",
]
