"""Naskah kinerja yang dikenal `documents`: isi, kelengkapan, temuan, lembar, alur, kop dan pihaknya."""

from core.daerah import Perangkat
from documents import workflow
from documents.papers import Paper
from documents.workflow import Workflow
from kinerja import checks
from kinerja.checks import naskah as uji
from kinerja.lembar import aksi, indikator
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


def _indikator(jenis: NaskahKinerja.Jenis) -> Paper:
    return Paper(
        "kinerja/naskah/definisi.html",
        tahun_naskah,
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
        tahun_naskah,
        rencana_aksi.payload,
        rencana_aksi.missing,
        uji.rencana_aksi,
        "Rencana Aksi",
        aksi.rencana_aksi,
        locks=rencana_aksi_locks,
    ),
    J.EVALUASI: Paper(
        "kinerja/naskah/evaluasi.html",
        tahun_naskah,
        evaluasi.payload,
        evaluasi.missing,
        uji.evaluasi,
        "Evaluasi Rencana Aksi",
        aksi.evaluasi,
        locks=evaluasi_locks,
    ),
    J.E81: Paper(
        "kinerja/naskah/e81.html", tahun_naskah, evaluasi.e81, evaluasi.missing, uji.evaluasi, "Formulir E.81", aksi.e81
    ),
    J.CAPAIAN: Paper(
        "kinerja/naskah/capaian.html",
        tahun_naskah,
        isi_indikator.capaian,
        isi_indikator.missing,
        uji.indikator,
        "Capaian Kinerja",
        indikator.capaian,
    ),
}
PAPERS = {
    "kinerja.Lkjip": Paper(
        "kinerja/lkjip/cetak.html",
        tahun_naskah,
        lkjip.payload,
        kelengkapan.missing,
        checks.findings,
        "LKjIP",
        workflow=alur_lkjip,
        locks=lambda lkjip: ("",),
    ),
    "kinerja.PerjanjianKinerja": Paper(
        "kinerja/naskah/perjanjian.html",
        tahun_naskah,
        perjanjian.payload,
        perjanjian.missing,
        uji.perjanjian,
        "Perjanjian Kinerja",
        indikator.perjanjian,
        signers=perjanjian.parties,
    ),
    "kinerja.PernyataanReviu": Paper(
        "kinerja/naskah/pernyataan_reviu.html",
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
