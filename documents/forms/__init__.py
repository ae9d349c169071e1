"""Formulir naskah, impor, bukti, dan utas."""

from documents.forms.naskah import (
    AdvanceForm,
    BuktiField,
    ImporForm,
    PembukaanForm,
    PenggantiForm,
    PenjelasanForm,
    PutusanForm,
    SertifikatForm,
    VerifyCodeForm,
    VerifyPdfForm,
)
from documents.forms.utas import BalasanForm

__all__ = [
    "AdvanceForm",
    "BalasanForm",
    "BuktiField",
    "ImporForm",
    "PembukaanForm",
    "PenggantiForm",
    "PenjelasanForm",
    "PutusanForm",
    "SertifikatForm",
    "VerifyCodeForm",
    "VerifyPdfForm",
]
