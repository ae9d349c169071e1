"""Naskah aplikasi ini untuk `documents.papers`."""

from documents.papers import TABULAR, Paper
from villages.checks import ikk
from villages.lembar.ikk import berkas
from villages.lembar.susunan_ikk import susunan
from villages.reports import berkas_ikk

PAPERS = {
    "villages.BerkasIkk": Paper(
        TABULAR,
        berkas_ikk.IsiBuktiIkk,
        berkas_ikk.read,
        berkas_ikk.payload,
        berkas_ikk.missing,
        ikk.findings,
        "Bukti IKK",
        berkas,
        susunan,
        locks=lambda berkas: ("wilayah",),
    ),
}
