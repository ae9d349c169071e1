"""Formulir perencanaan."""

from kinerja.perencanaan.forms.aturan import ATURAN_KELUARAN
from kinerja.perencanaan.forms.keluaran import KeluaranForm
from kinerja.perencanaan.forms.program import (
    CopyTahunForm,
    DpaForm,
    EdisiForm,
    KegiatanForm,
    ProgramForm,
    RencanaAksiForm,
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
from kinerja.perencanaan.forms.usul import UsulAksiForm

__all__ = [
    "ATURAN_KELUARAN",
    "AmbilIndikatorForm",
    "CopyTahunForm",
    "DpaForm",
    "EdisiForm",
    "IndikatorForm",
    "KegiatanForm",
    "KeluaranForm",
    "PeriodeRenstraForm",
    "ProgramForm",
    "RencanaAksiForm",
    "SasaranForm",
    "SubKegiatanForm",
    "TingkatKualitatifForm",
    "TingkatPredikatForm",
    "UsulAksiForm",
]
