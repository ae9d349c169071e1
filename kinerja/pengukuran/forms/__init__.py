"""Formulir isian: nilai indikator, dan pengukuran triwulan baris pohon."""

from kinerja.pengukuran.forms.berbagian import LABEL_TINGKAT
from kinerja.pengukuran.forms.isian import (
    KeadaanField,
    UangField,
    fit_hint,
    isi_baris,
    terbaca,
)
from kinerja.pengukuran.forms.nilai import RealisasiForm, TargetForm
from kinerja.pengukuran.forms.pengukuran import (
    ISIAN_K,
    PengukuranForm,
    PengukuranSubForm,
    label_sub,
    label_tahun,
    label_tambahan,
)

__all__ = [
    "ISIAN_K",
    "LABEL_TINGKAT",
    "KeadaanField",
    "PengukuranForm",
    "PengukuranSubForm",
    "RealisasiForm",
    "TargetForm",
    "UangField",
    "fit_hint",
    "isi_baris",
    "label_sub",
    "label_tahun",
    "label_tambahan",
    "terbaca",
]
