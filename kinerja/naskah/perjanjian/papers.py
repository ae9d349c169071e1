"""Pendaftaran Perjanjian Kinerja."""

from typing import Any

from documents.papers import Paper
from kinerja.naskah.perjanjian import lembar, reports
from kinerja.naskah.perjanjian.checks import findings
from kinerja.naskah.perjanjian.isi import IsiPerjanjian, lift_perjanjian
from kinerja.tahun.tahun_kinerja import tahun_naskah

PAPERS: dict[str, Paper[Any]] = {
    "kinerja.PerjanjianKinerja": Paper(
        "kinerja/naskah/perjanjian.html",
        IsiPerjanjian,
        tahun_naskah,
        reports.payload,
        reports.missing,
        findings,
        "Perjanjian Kinerja",
        lembar.perjanjian,
        lift={1: lift_perjanjian},
        signers=reports.parties,
    ),
}
