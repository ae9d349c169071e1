"""Impor IDM senegara dari lembar kerja."""

from pathlib import Path
from typing import Any

from idm.actions.nasional import Laporan, import_nasional
from idm.management.senegara import PerintahSenegara
from idm.models import IdmDesa, TerbitanIdm
from idm.pembaca import read_besar

ACTOR = "perintah import_idm"


class Command(PerintahSenegara):
    """Skor tiap indikator atau indeks terbitan; keduanya langsung berlaku."""

    help = "Impor IDM senegara dari XLSX atau CSV; semua atau tidak satu pun."
    tabel = (IdmDesa, TerbitanIdm)

    def load(self, berkas: Path, note: str, options: dict[str, Any]) -> Laporan:
        """Semua kabupaten sekaligus."""
        return import_nasional(
            lembar=read_besar(berkas),
            tahun=options["tahun"],
            by=ACTOR,
            note=note,
            ganti=options["ganti"],
        )
