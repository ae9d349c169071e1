"""Naskah aplikasi ini untuk `documents.papers`."""

from documents.papers import TABULAR, Paper
from idm.lembar import penetapan as lembar
from idm.reports import penetapan

PAPERS = {
    "idm.PenetapanIdm": Paper(
        TABULAR,
        penetapan.IsiPenetapan,
        penetapan.hasil,
        penetapan.payload,
        penetapan.missing,
        penetapan.findings,
        "Penetapan IDM",
        lembar.penetapan,
        lembar.susunan,
        locks=lambda penetapan: ("idm",),
    ),
}
