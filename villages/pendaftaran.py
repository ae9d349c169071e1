"""Naskah aplikasi ini untuk `documents.jenis`."""

from documents.jenis import TABULAR, JenisNaskah
from villages.checks import ikk
from villages.lembar.ikk import berkas
from villages.lembar.susunan_ikk import susunan
from villages.reports import berkas_ikk

JENIS = {
    "villages.BerkasIkk": JenisNaskah(
        TABULAR,
        berkas_ikk.IsiBuktiIkk,
        berkas_ikk.read,
        berkas_ikk.payload,
        berkas_ikk.missing,
        ikk.temuan,
        "Bukti IKK",
        berkas,
        susunan,
        locks=lambda berkas: ("wilayah",),
    ),
}
