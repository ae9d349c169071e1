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
from kinerja.forms.naskah import NaskahKinerjaForm, PerjanjianKinerjaForm, PernyataanReviuForm
from kinerja.forms.nilai import RealisasiForm, TargetForm
from kinerja.forms.program import KegiatanForm, ProgramForm, SubKegiatanForm
from kinerja.forms.rencana import (
    DpaForm,
    IndikatorTambahanForm,
    PengukuranKegiatanForm,
    PengukuranProgramForm,
    PengukuranSubForm,
    PengukuranTambahanForm,
    PeriodeIsianForm,
    RencanaAksiForm,
    SalinTahunForm,
)

__all__ = [
    "AngkaTercetakForm",
    "BagianLkjipForm",
    "DpaForm",
    "EvaluasiAkipForm",
    "IndikatorForm",
    "IndikatorTambahanForm",
    "KegiatanForm",
    "LkjipForm",
    "NaskahKinerjaForm",
    "PengukuranKegiatanForm",
    "PengukuranProgramForm",
    "PengukuranSubForm",
    "PengukuranTambahanForm",
    "PeriodeIsianForm",
    "PeriodeRenstraForm",
    "PerjanjianKinerjaForm",
    "PernyataanReviuForm",
    "ProgramForm",
    "RealisasiForm",
    "RekapPegawaiForm",
    "RekomendasiForm",
    "RencanaAksiForm",
    "SalinTahunForm",
    "SasaranForm",
    "SubKegiatanForm",
    "TargetForm",
    "TujuanForm",
]
