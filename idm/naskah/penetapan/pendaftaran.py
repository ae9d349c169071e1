"""Pendaftaran penetapan IDM."""

from typing import Any

from documents.jenis import TABULAR, JenisNaskah
from idm.naskah.penetapan import lembar, reports
from idm.naskah.penetapan.checks import UJI
from idm.naskah.penetapan.isi import IsiPenetapan

JENIS: dict[str, JenisNaskah[Any]] = {
    "idm.PenetapanIdm": JenisNaskah(
        TABULAR,
        IsiPenetapan,
        reports.read,
        reports.compose,
        reports.missing,
        UJI,
        "Penetapan IDM",
        lembar.penetapan,
        lembar.susunan,
        locks=lambda penetapan: ("idm",),
        tercetak=lambda isi: isi.tercetak,
        sumber=(("idm.IdmDesa", "tahun"), ("idm.RekapStatus", "tahun")),
        bukti=(("idm.BuktiJawaban", "isian__tahun"),),
    ),
}
