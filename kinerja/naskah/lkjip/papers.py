"""Pendaftaran LKjIP: alurnya menurut reviu, dan kuncinya seluruh tahun."""

from typing import Any

from documents import workflow
from documents.papers import Paper
from documents.workflow import Workflow
from kinerja.models import Lkjip
from kinerja.naskah.lkjip.checks import findings
from kinerja.naskah.lkjip.isi.lkjip import IsiLkjip, lift_lkjip
from kinerja.naskah.lkjip.reports import kelengkapan, lkjip
from kinerja.tahun.tahun_kinerja import tahun_naskah


def alur_lkjip(lkjip: Lkjip) -> Workflow:
    """Direviu sebelum ditandatangani bila dinasnya direviu; yang lebih dahulu ditandatangani direviu kemudian."""
    if not (lkjip.reviewed_at or lkjip.office.is_lkjip_direviu):
        return workflow.BIASA
    if lkjip.signed_at and (lkjip.reviewed_at is None or lkjip.reviewed_at > lkjip.signed_at):
        return workflow.DIREVIU_KEMUDIAN
    return workflow.DIREVIU_DULU


PAPERS: dict[str, Paper[Any]] = {
    "kinerja.Lkjip": Paper(
        "kinerja/naskah/lkjip/cetak.html",
        IsiLkjip,
        tahun_naskah,
        lkjip.payload,
        kelengkapan.missing,
        findings,
        "LKjIP",
        lift={1: lift_lkjip},
        workflow=alur_lkjip,
        locks=lambda lkjip: ("",),
    ),
}
