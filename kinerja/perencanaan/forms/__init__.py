"""Formulir perencanaan."""

from kinerja.perencanaan.forms.program import (
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
)

__all__ = [
    "IndikatorForm",
    "KegiatanForm",
    "PeriodeRenstraForm",
    "ProgramForm",
    "RencanaAksiForm",
    "SalinTahunForm",
    "SasaranForm",
    "SubKegiatanForm",
]
