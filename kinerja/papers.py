"""Naskah kinerja yang dikenal `documents`: isi, kelengkapan, temuan, lembar dan pihaknya."""

from documents.papers import Paper
from kinerja import checks
from kinerja.checks import naskah as uji
from kinerja.lembar import aksi, indikator
from kinerja.models import NaskahKinerja
from kinerja.reports import kelengkapan, lkjip
from kinerja.reports.naskah import evaluasi, perjanjian, rencana_aksi
from kinerja.reports.naskah import indikator as isi_indikator

J = NaskahKinerja.Jenis
T = "kinerja/naskah/{}.html"


def _indikator(jenis: NaskahKinerja.Jenis) -> Paper:
    return Paper(
        T.format("definisi"), isi_indikator.definisi, isi_indikator.missing, uji.indikator, str(jenis.label),
        indikator.definisi,
    )  # fmt: skip


_NASKAH = {
    J.IKU: _indikator(J.IKU),
    J.IKK: _indikator(J.IKK),
    J.RENCANA_AKSI: Paper(
        T.format("rencana_aksi"), rencana_aksi.payload, rencana_aksi.missing, uji.rencana_aksi, "Rencana Aksi",
        aksi.rencana_aksi,
    ),
    J.EVALUASI: Paper(
        T.format("evaluasi"), evaluasi.payload, evaluasi.missing, uji.evaluasi, "Evaluasi Rencana Aksi", aksi.evaluasi
    ),
    J.E81: Paper(T.format("e81"), evaluasi.e81, evaluasi.missing, uji.evaluasi, "Formulir E.81", aksi.e81),
    J.CAPAIAN: Paper(
        T.format("capaian"), isi_indikator.capaian, isi_indikator.missing, uji.indikator, "Capaian Kinerja",
        indikator.capaian,
    ),
}  # fmt: skip
PAPERS = {
    "kinerja.Lkjip": Paper("kinerja/lkjip/cetak.html", lkjip.payload, kelengkapan.missing, checks.findings, "LKjIP"),
    "kinerja.PerjanjianKinerja": Paper(
        T.format("perjanjian"), perjanjian.payload, perjanjian.missing, uji.perjanjian, "Perjanjian Kinerja",
        indikator.perjanjian, perjanjian.parties,
    ),
    **{f"kinerja.NaskahKinerja:{jenis.value}": paper for jenis, paper in _NASKAH.items()},
}  # fmt: skip
