"""Pendaftaran penetapan Indeks Desa."""

from typing import Any

from documents.jenis import TABULAR, JenisNaskah
from idm.naskah.penetapan.reports import missing
from idm.naskah.penetapan_indeks import lembar, reports
from idm.naskah.penetapan_indeks.checks import UJI
from idm.naskah.penetapan_indeks.isi import IsiPenetapanIndeks

JENIS: dict[str, JenisNaskah[Any]] = {
    "idm.PenetapanIdm:indeks_desa": JenisNaskah(
        TABULAR,
        IsiPenetapanIndeks,
        reports.read,
        reports.compose,
        missing,
        UJI,
        "Penetapan Indeks Desa",
        lembar.penetapan,
        lembar.susunan,
        locks=lambda penetapan: ("idm",),
        tercetak=lambda isi: isi.tercetak,
        sumber=(("idm.IndeksDesa", "tahun"), ("idm.RekapStatus", "tahun")),
        bukti=(("idm.BuktiJawaban", "isian__tahun"),),
    ),
}
