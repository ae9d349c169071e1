"""Pendaftaran IKU, IKK dan Capaian Kinerja."""

from typing import Any

from documents.jenis import TABULAR, JenisNaskah
from kinerja.models import NaskahKinerja
from kinerja.naskah.dasar import sources
from kinerja.naskah.dasar.reports import catatan_sumber
from kinerja.naskah.indikator import lembar, reports
from kinerja.naskah.indikator.checks import CAPAIAN, DEFINISI
from kinerja.naskah.indikator.isi import IsiCapaian, IsiDefinisi, lift_capaian, lift_definisi
from kinerja.tahun.tahun_kinerja import tahun_naskah

IKU = NaskahKinerja.JenisKinerja.IKU
IKK = NaskahKinerja.JenisKinerja.IKK


def _definisi(jenis: NaskahKinerja.JenisKinerja) -> JenisNaskah[IsiDefinisi]:
    return JenisNaskah(
        TABULAR,
        IsiDefinisi,
        tahun_naskah,
        reports.definisi,
        reports.missing,
        DEFINISI,
        str(jenis.label),
        lembar.definisi,
        has_kop=True,
        lift={1: lift_definisi},
        catatan=catatan_sumber,
        sumber=sources.INDIKATOR,
        bukti=sources.BUKTI_INDIKATOR,
    )


JENIS: dict[str, JenisNaskah[Any]] = {
    "kinerja.NaskahKinerja:iku": _definisi(IKU),
    "kinerja.NaskahKinerja:ikk": _definisi(IKK),
    "kinerja.NaskahKinerja:capaian": JenisNaskah(
        TABULAR,
        IsiCapaian,
        tahun_naskah,
        reports.capaian,
        reports.missing,
        CAPAIAN,
        "Capaian Kinerja",
        lembar.capaian,
        lift={1: lift_capaian},
        catatan=catatan_sumber,
        sumber=(*sources.INDIKATOR, *sources.PROGRAM),
        bukti=sources.BUKTI_INDIKATOR,
    ),
}
