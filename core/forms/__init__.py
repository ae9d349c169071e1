"""Bidang isian cara Indonesia, dan formulir yang tahu cakupan penggunanya."""

from core.forms.bidang import (
    ANGKA_TERBANYAK,
    AngkaField,
    BilanganField,
    PersenField,
    RupiahField,
    TahunField,
    TakTerbaca,
    TanggalField,
    formfield,
    is_terlalu_panjang,
)
from core.forms.formulir import (
    OWNED,
    Cleaned,
    PlainForm,
    ScopedModelForm,
    setempat,
    without_tag,
)

__all__ = [
    "ANGKA_TERBANYAK",
    "OWNED",
    "AngkaField",
    "BilanganField",
    "Cleaned",
    "PersenField",
    "PlainForm",
    "RupiahField",
    "ScopedModelForm",
    "TahunField",
    "TakTerbaca",
    "TanggalField",
    "formfield",
    "is_terlalu_panjang",
    "setempat",
    "without_tag",
]
