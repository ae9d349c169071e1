"""Formulir perencanaan."""

from kinerja.perencanaan.forms.aturan import ATURAN_KELUARAN
from kinerja.perencanaan.forms.keluaran import KeluaranForm
from kinerja.perencanaan.forms.program import (
    EdisiForm,
    KegiatanForm,
    ProgramForm,
    RencanaAksiForm,
    SalinTahunForm,
    SubKegiatanForm,
)
from kinerja.perencanaan.forms.renstra import (
    AmbilIndikatorForm,
    IndikatorForm,
    PeriodeRenstraForm,
    SasaranForm,
)
from kinerja.perencanaan.forms.skala import (
    TingkatKualitatifForm,
    TingkatPredikatForm,
)

__all__ = [
    "ATURAN_KELUARAN",
    "AmbilIndikatorForm",
    "EdisiForm",
    "IndikatorForm",
    "KegiatanForm",
    "KeluaranForm",
    "PeriodeRenstraForm",
    "ProgramForm",
    "RencanaAksiForm",
    "SalinTahunForm",
    "SasaranForm",
    "SubKegiatanForm",
    "TingkatKualitatifForm",
    "TingkatPredikatForm",
]
