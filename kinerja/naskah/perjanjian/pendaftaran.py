"""Pendaftaran Perjanjian Kinerja."""

from typing import Any

from documents.jenis import JenisNaskah
from kinerja.naskah.dasar import sources
from kinerja.naskah.perjanjian import lembar
from kinerja.naskah.perjanjian.checks import UJI
from kinerja.naskah.perjanjian.isi import IsiPerjanjian, lift_perjanjian
from kinerja.naskah.perjanjian.reports import perjanjian as reports
from kinerja.tahun.tahun_kinerja import tahun_naskah

JENIS: dict[str, JenisNaskah[Any]] = {
    "kinerja.PerjanjianKinerja": JenisNaskah(
        "kinerja/naskah/perjanjian.html",
        IsiPerjanjian,
        tahun_naskah,
        reports.compose,
        reports.missing,
        UJI,
        "Perjanjian Kinerja",
        lembar.perjanjian,
        lift={1: lift_perjanjian},
        signers=reports.parties,
        sumber=(*sources.INDIKATOR, *sources.PROGRAM),
    ),
}
