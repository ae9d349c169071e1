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
    "SubKegiatanForm",
    "TujuanForm",
]
