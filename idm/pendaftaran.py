"""Naskah aplikasi ini untuk `documents.jenis`."""

from documents.jenis import TABULAR, JenisNaskah
from idm.lembar import penetapan as lembar
from idm.reports import penetapan

JENIS = {
    "idm.PenetapanIdm": JenisNaskah(
        TABULAR,
        penetapan.IsiPenetapan,
        penetapan.hasil,
        penetapan.payload,
        penetapan.missing,
        penetapan.UJI,
        "Penetapan IDM",
        lembar.penetapan,
        lembar.susunan,
        locks=lambda penetapan: ("idm",),
    ),
}
