"""Pendaftaran IKU, IKK dan Capaian Kinerja."""

from typing import Any

from documents.papers import TABULAR, Paper
from kinerja.models import NaskahKinerja
from kinerja.naskah.indikator import lembar, reports
from kinerja.naskah.indikator.checks import findings
from kinerja.naskah.indikator.isi import IsiCapaian, IsiDefinisi, lift_capaian, lift_definisi
from kinerja.tahun.tahun_kinerja import tahun_naskah

IKU, IKK = NaskahKinerja.Jenis.IKU, NaskahKinerja.Jenis.IKK


def _definisi(jenis: NaskahKinerja.Jenis) -> Paper[IsiDefinisi]:
    return Paper(
        TABULAR,
        IsiDefinisi,
        tahun_naskah,
        reports.definisi,
        reports.missing,
        findings,
        str(jenis.label),
        lembar.definisi,
        has_letterhead=True,
        lift={1: lift_definisi},
    )


PAPERS: dict[str, Paper[Any]] = {
    "kinerja.NaskahKinerja:iku": _definisi(IKU),
    "kinerja.NaskahKinerja:ikk": _definisi(IKK),
    "kinerja.NaskahKinerja:capaian": Paper(
        TABULAR,
        IsiCapaian,
        tahun_naskah,
        reports.capaian,
        reports.missing,
        findings,
        "Capaian Kinerja",
        lembar.capaian,
        lift={1: lift_capaian},
    ),
}
