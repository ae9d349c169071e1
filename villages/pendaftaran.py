"""Naskah aplikasi ini untuk `documents.jenis`."""

from documents.jenis import TABULAR, JenisNaskah
from villages.checks import ikk
from villages.lembar.ikk import berkas
from villages.lembar.susunan_ikk import susunan
from villages.reports import berkas_ikk
from villages.reports.isi_ikk import IsiBuktiIkk, lift_bukti

JENIS = {
    "villages.BerkasIkk": JenisNaskah(
        TABULAR,
        IsiBuktiIkk,
        berkas_ikk.read,
        berkas_ikk.payload,
        berkas_ikk.missing,
        ikk.UJI,
        "Bukti IKK",
        berkas,
        susunan,
        lift={1: lift_bukti},
        locks=lambda berkas: ("wilayah",),
    ),
}
