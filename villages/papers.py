"""Naskah aplikasi ini untuk `documents.papers`."""

from documents.papers import Paper
from villages.checks import ikk
from villages.lembar.ikk import berkas
from villages.reports import berkas_ikk

PAPERS = {
    "villages.BerkasIkk": Paper(
        "villages/ikk/cetak.html",
        berkas_ikk.IsiBuktiIkk,
        berkas_ikk.read,
        berkas_ikk.payload,
        berkas_ikk.missing,
        ikk.findings,
        "Bukti IKK",
        berkas,
        locks=lambda berkas: ("wilayah",),
    ),
}
