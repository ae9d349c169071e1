from kinerja.forms.data import (
    AngkaTercetakForm,
    EvaluasiAkipForm,
    IndikatorForm,
    PeriodeRenstraForm,
    RekapPegawaiForm,
    RekomendasiForm,
    SasaranForm,
    TujuanForm,
)
from kinerja.forms.lkjip import BagianLkjipForm, LkjipForm
from kinerja.forms.nilai import RealisasiForm, TargetForm
from kinerja.forms.program import KegiatanForm, ProgramForm, SubKegiatanForm

__all__ = [
    "AngkaTercetakForm",
    "BagianLkjipForm",
    "EvaluasiAkipForm",
    "IndikatorForm",
    "KegiatanForm",
    "LkjipForm",
    "PeriodeRenstraForm",
    "ProgramForm",
    "RealisasiForm",
    "RekapPegawaiForm",
    "RekomendasiForm",
    "SasaranForm",
    "SubKegiatanForm",
    "TargetForm",
    "TujuanForm",
]
