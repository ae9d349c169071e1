"""Pendaftaran LKjIP: alurnya menurut reviu, dan kuncinya seluruh tahun."""

from typing import Any

from documents import workflow
from documents.jenis import JenisNaskah
from documents.workflow import Workflow
from kinerja.models import Lkjip
from kinerja.naskah.dasar import sources
from kinerja.naskah.dasar.reports import catatan_sumber
from kinerja.naskah.lkjip import lembar
from kinerja.naskah.lkjip.checks import UJI
from kinerja.naskah.lkjip.isi.lift import lift_lkjip, lift_naskah
from kinerja.naskah.lkjip.isi.lkjip import IsiLkjip
from kinerja.naskah.lkjip.reports import kelengkapan, lkjip
from kinerja.naskah.lkjip.reports.reviu import pernyataan_sah
from kinerja.naskah.lkjip.reports.tercetak import asal_tercetak, tercetak
from kinerja.tahun.tahun_kinerja import tahun_naskah


def workflow_lkjip(lkjip: Lkjip) -> Workflow:
    """Direviu sebelum ditandatangani bila dinasnya direviu; yang telanjur, sesudahnya."""
    if not (lkjip.reviewed_at or lkjip.perangkat.is_lkjip_direviu):
        return workflow.BIASA
    if lkjip.signed_at and (lkjip.reviewed_at is None or lkjip.reviewed_at > lkjip.signed_at):
        return workflow.DIREVIU_KEMUDIAN
    return workflow.DIREVIU_DULU


JENIS: dict[str, JenisNaskah[Any]] = {
    "kinerja.Lkjip": JenisNaskah(
        "kinerja/naskah/lkjip/cetak.html",
        IsiLkjip,
        tahun_naskah,
        lkjip.compose,
        kelengkapan.missing,
        UJI,
        "LKjIP",
        layout=lembar.bagian,
        is_diantrekan=True,
        lift={1: lift_lkjip, 2: lift_naskah},
        workflow=workflow_lkjip,
        locks=lambda lkjip: ("",),
        tercetak=tercetak,
        asal_tercetak=asal_tercetak,
        catatan=catatan_sumber,
        penyerta=pernyataan_sah,
        sumber=(*sources.INDIKATOR, *sources.PROGRAM),
        bukti=(*sources.BUKTI_INDIKATOR, *sources.BUKTI_PROGRAM),
    ),
}
