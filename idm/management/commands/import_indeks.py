"""Impor rekap Indeks Desa senegara dari lembar kerja."""

from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from idm.actions.nasional import Laporan
from idm.actions.nasional_indeks import import_indeks
from idm.impor.indeks_banding import LEWATI, URUT
from idm.management.senegara import PerintahSenegara
from idm.models import IndeksDesa, TerbitanIndeks
from idm.pembaca import read_tabel

ACTOR = "perintah import_indeks"


class Command(PerintahSenegara):
    """Rekap kementerian, atau rekap polos: kode desa, enam dimensi, skor dan status."""

    help = "Impor rekap Indeks Desa senegara dari XLSX atau CSV; semua atau tidak satu pun."
    tabel = (IndeksDesa, TerbitanIndeks)

    def add_arguments(self, parser: CommandParser) -> None:
        """Sandingan kolom skor yang judulnya belum dikenal diputuskan orang."""
        super().add_arguments(parser)
        parser.add_argument(
            "--aspek",
            choices=(URUT, LEWATI),
            default="",
            help="kolom skor yang judulnya belum dikenal: menurut urutannya, atau tidak dibaca",
        )

    def load(self, berkas: Path, note: str, options: dict[str, Any]) -> Laporan:
        """Semua kabupaten sekaligus."""
        return import_indeks(
            lembar=read_tabel(berkas),
            tahun=options["tahun"],
            by=ACTOR,
            note=note,
            ganti=options["ganti"],
            aspek=options["aspek"],
        )
