"""Formulir naskah, impor, bukti, dan utas."""

from documents.forms.berkas import BuktiField, FormulirForm, SemuaBerkas
from documents.forms.naskah import (
    AdvanceForm,
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
    "FormulirForm",
    "ImporForm",
    "PembukaanForm",
    "PenggantiForm",
    "PenjelasanForm",
    "PutusanForm",
    "SemuaBerkas",
    "SertifikatForm",
    "VerifyCodeForm",
    "VerifyPdfForm",
]
