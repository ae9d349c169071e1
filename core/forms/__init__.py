"""Bidang isian cara Indonesia, dan formulir yang tahu cakupan penggunanya."""

from core.forms.bidang import (
    ANGKA_TERBANYAK,
    AngkaField,
    BilanganField,
    TahunField,
    TakTerbaca,
    TanggalField,
    formfield,
)
from core.forms.formulir import OWNED, Cleaned, PlainForm, ScopedModelForm, without_tag

__all__ = [
    "ANGKA_TERBANYAK",
    "OWNED",
    "AngkaField",
    "BilanganField",
    "Cleaned",
    "PlainForm",
    "ScopedModelForm",
    "TahunField",
    "TakTerbaca",
    "TanggalField",
    "formfield",
    "without_tag",
]
