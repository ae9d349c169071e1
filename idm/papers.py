"""Naskah aplikasi ini untuk `documents.papers`."""

from documents.papers import Paper
from idm.lembar.penetapan import penetapan as lembar
from idm.reports import penetapan

PAPERS = {
    "idm.PenetapanIdm": Paper(
        "idm/penetapan/cetak.html",
        penetapan.IsiPenetapan,
        penetapan.hasil,
        penetapan.payload,
        penetapan.missing,
        penetapan.findings,
        "Penetapan IDM",
        lembar,
        locks=lambda penetapan: ("idm",),
    ),
}
