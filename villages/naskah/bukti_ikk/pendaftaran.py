"""Pendaftaran berkas bukti IKK."""

from typing import Any

from documents import workflow
from documents.jenis import TABULAR, JenisNaskah, is_reviewed_first
from documents.workflow import Workflow
from villages.models import BerkasIkk
from villages.naskah.bukti_ikk.checks import UJI
from villages.naskah.bukti_ikk.isi import IsiBuktiIkk, lift_bukti
from villages.naskah.bukti_ikk.lembar.susunan import susunan
from villages.naskah.bukti_ikk.lembar.tabel import berkas
from villages.naskah.bukti_ikk.reports.bukti_ikk import compose, missing, read


def workflow_ikk(berkas: BerkasIkk) -> Workflow:
    """Direviu sebelum ditandatangani bila Inspektorat menjadwalkannya untuk tahun itu."""
    is_unreviewed = berkas.signed_at is not None and berkas.reviewed_at is None
    if is_unreviewed or not is_reviewed_first(berkas):
        return workflow.BIASA
    return workflow.DIREVIU_DULU


JENIS: dict[str, JenisNaskah[Any]] = {
    "villages.BerkasIkk": JenisNaskah(
        TABULAR,
        IsiBuktiIkk,
        read,
        compose,
        missing,
        UJI,
        "Bukti IKK",
        berkas,
        susunan,
        lift={1: lift_bukti},
        workflow=workflow_ikk,
        locks=lambda berkas: ("wilayah",),
        tercetak=lambda isi: isi.tercetak,
        sumber=(("villages.RekapLembaga", "tahun"), ("villages.KegiatanPkk", "tahun")),
    ),
}
