"""Naskah kinerja yang dikenal `documents`: isi, kelengkapan, temuan, lembar dan pihaknya."""

from documents.papers import Paper
from kinerja import checks
from kinerja.checks import naskah as uji
from kinerja.lembar import aksi, indikator
from kinerja.models import NaskahKinerja
from kinerja.reports import kelengkapan, lkjip
from kinerja.reports.naskah import evaluasi, perjanjian, rencana_aksi
from kinerja.reports.naskah import indikator as isi_indikator
from kinerja.reports.rujukan import read

J = NaskahKinerja.Jenis


def _indikator(jenis: NaskahKinerja.Jenis) -> Paper:
    return Paper(
        "kinerja/naskah/definisi.html",
        read,
        isi_indikator.definisi,
        isi_indikator.missing,
        uji.indikator,
        str(jenis.label),
        indikator.definisi,
    )


_NASKAH = {
    J.IKU: _indikator(J.IKU),
    J.IKK: _indikator(J.IKK),
    J.RENCANA_AKSI: Paper(
        "kinerja/naskah/rencana_aksi.html",
        read,
        rencana_aksi.payload,
        rencana_aksi.missing,
        uji.rencana_aksi,
        "Rencana Aksi",
        aksi.rencana_aksi,
    ),
    J.EVALUASI: Paper(
        "kinerja/naskah/evaluasi.html",
        read,
        evaluasi.payload,
        evaluasi.missing,
        uji.evaluasi,
        "Evaluasi Rencana Aksi",
        aksi.evaluasi,
    ),
    J.E81: Paper(
        "kinerja/naskah/e81.html", read, evaluasi.e81, evaluasi.missing, uji.evaluasi, "Formulir E.81", aksi.e81
    ),
    J.CAPAIAN: Paper(
        "kinerja/naskah/capaian.html",
        read,
        isi_indikator.capaian,
        isi_indikator.missing,
        uji.indikator,
        "Capaian Kinerja",
        indikator.capaian,
    ),
}
PAPERS = {
    "kinerja.Lkjip": Paper(
        "kinerja/lkjip/cetak.html", read, lkjip.payload, kelengkapan.missing, checks.findings, "LKjIP"
    ),
    "kinerja.PerjanjianKinerja": Paper(
        "kinerja/naskah/perjanjian.html",
        read,
        perjanjian.payload,
        perjanjian.missing,
        uji.perjanjian,
        "Perjanjian Kinerja",
        indikator.perjanjian,
        perjanjian.parties,
    ),
    **{f"kinerja.NaskahKinerja:{jenis.value}": paper for jenis, paper in _NASKAH.items()},
}
