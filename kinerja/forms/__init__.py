from kinerja.forms.data import (
    AngkaTercetakForm,
    EvaluasiAkipForm,
    IndikatorForm,
    KegiatanForm,
    PeriodeRenstraForm,
    ProgramForm,
    RekapPegawaiForm,
    RekomendasiForm,
    SasaranForm,
    SubKegiatanForm,
)
from kinerja.forms.lkjip import BagianLkjipForm, LkjipForm
from kinerja.forms.nilai import RealisasiForm, TargetForm

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
]
