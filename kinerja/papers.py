"""Naskah kinerja yang dikenal `documents`: isi, kelengkapan, temuan, lembar, alur, kop dan pihaknya."""

from typing import Any

from core.daerah import Perangkat
from documents import workflow
from documents.papers import TABULAR, Paper
from documents.workflow import Workflow
from kinerja import checks
from kinerja.checks import naskah as uji
from kinerja.isi.evaluasi import IsiE81, IsiEvaluasi
from kinerja.isi.indikator import IsiCapaian, IsiDefinisi, lift_capaian, lift_definisi
from kinerja.isi.lkjip import IsiLkjip, lift_lkjip
from kinerja.isi.perjanjian import IsiPerjanjian, lift_perjanjian
from kinerja.isi.rencana_aksi import IsiRencanaAksi
from kinerja.lembar import evaluasi as tabel_evaluasi
from kinerja.lembar import indikator
from kinerja.lembar.rencana_aksi import rencana_aksi as tabel_rencana_aksi
from kinerja.models import Lkjip, NaskahKinerja
from kinerja.reports import kelengkapan, lkjip
from kinerja.reports.naskah import evaluasi, perjanjian, pernyataan_reviu, rencana_aksi
from kinerja.reports.naskah import indikator as isi_indikator
from kinerja.tahun.tahun_kinerja import tahun_naskah

J = NaskahKinerja.Jenis


def alur_lkjip(lkjip: Lkjip) -> Workflow:
    """Direviu sebelum ditandatangani bila dinasnya direviu; yang lebih dahulu ditandatangani direviu kemudian."""
    if not (lkjip.reviewed_at or lkjip.office.is_lkjip_direviu):
        return workflow.BIASA
    if lkjip.signed_at and (lkjip.reviewed_at is None or lkjip.reviewed_at > lkjip.signed_at):
        return workflow.DIREVIU_KEMUDIAN
    return workflow.DIREVIU_DULU


def evaluasi_locks(naskah: NaskahKinerja) -> tuple[str, ...]:
    """Evaluasi seluruh dinas mengunci triwulannya."""
    return () if naskah.bidang_id else (f"pengukuran-{naskah.triwulan}",)


def rencana_aksi_locks(naskah: NaskahKinerja) -> tuple[str, ...]:
    """Rencana Aksi seluruh dinas mengunci jadwalnya."""
    return () if naskah.bidang_id else ("rencana_aksi",)


def _indikator(jenis: NaskahKinerja.Jenis) -> Paper[IsiDefinisi]:
    return Paper(
        TABULAR,
        IsiDefinisi,
        tahun_naskah,
        isi_indikator.definisi,
        isi_indikator.missing,
        uji.indikator,
        str(jenis.label),
        indikator.definisi,
        has_letterhead=True,
        lift={1: lift_definisi},
    )


_NASKAH: dict[NaskahKinerja.Jenis, Paper[Any]] = {
    J.IKU: _indikator(J.IKU),
    J.IKK: _indikator(J.IKK),
    J.RENCANA_AKSI: Paper(
        TABULAR,
        IsiRencanaAksi,
        tahun_naskah,
        rencana_aksi.payload,
        rencana_aksi.missing,
        uji.rencana_aksi,
        "Rencana Aksi",
        tabel_rencana_aksi,
        locks=rencana_aksi_locks,
    ),
    J.EVALUASI: Paper(
        TABULAR,
        IsiEvaluasi,
        tahun_naskah,
        evaluasi.payload,
        evaluasi.missing,
        uji.evaluasi,
        "Evaluasi Rencana Aksi",
        tabel_evaluasi.evaluasi,
        locks=evaluasi_locks,
    ),
    J.E81: Paper(
        TABULAR,
        IsiE81,
        tahun_naskah,
        evaluasi.e81,
        evaluasi.missing,
        uji.evaluasi,
        "Formulir E.81",
        tabel_evaluasi.e81,
    ),
    J.CAPAIAN: Paper(
        TABULAR,
        IsiCapaian,
        tahun_naskah,
        isi_indikator.capaian,
        isi_indikator.missing,
        uji.indikator,
        "Capaian Kinerja",
        indikator.capaian,
        lift={1: lift_capaian},
    ),
}
PAPERS: dict[str, Paper[Any]] = {
    "kinerja.Lkjip": Paper(
        "kinerja/lkjip/cetak.html",
        IsiLkjip,
        tahun_naskah,
        lkjip.payload,
        kelengkapan.missing,
        checks.findings,
        "LKjIP",
        lift={1: lift_lkjip},
        workflow=alur_lkjip,
        locks=lambda lkjip: ("",),
    ),
    "kinerja.PerjanjianKinerja": Paper(
        "kinerja/naskah/perjanjian.html",
        IsiPerjanjian,
        tahun_naskah,
        perjanjian.payload,
        perjanjian.missing,
        uji.perjanjian,
        "Perjanjian Kinerja",
        indikator.perjanjian,
        lift={1: lift_perjanjian},
        signers=perjanjian.parties,
    ),
    "kinerja.PernyataanReviu": Paper(
        "kinerja/naskah/pernyataan_reviu.html",
        pernyataan_reviu.IsiPernyataanReviu,
        pernyataan_reviu.read,
        pernyataan_reviu.payload,
        pernyataan_reviu.missing,
        lambda naskah, lkjip, isi: [],
        "Pernyataan Telah Direviu",
        workflow=lambda naskah: workflow.INSPEKTORAT,
        office=lambda naskah: naskah.kabupaten.perangkat(Perangkat.INSPEKTORAT),
    ),
    **{f"kinerja.NaskahKinerja:{jenis.value}": paper for jenis, paper in _NASKAH.items()},
}
