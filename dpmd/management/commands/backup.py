"""Cadangan satu arsip ke folder, lalu yang lama dibuang."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError
from django.utils import timezone

from core.audit import Refused
from dpmd.actions.cadangan import BULANAN, HARIAN, backup, nama_arsip, prune, rotate
from dpmd.arsip import sebab


class Command(BaseCommand):
    help = "Cadangkan basis data, berkas dan sertifikat menjadi satu arsip bersidik di FOLDER."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument(
            "--simpan",
            type=int,
            help="hanya sebanyak ini yang terbaru; bawaannya harian dan bulanan",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["folder"]
        harian, bulanan = HARIAN, BULANAN
        if options["simpan"]:
            harian, bulanan = options["simpan"], 0
        kini = timezone.localtime()
        arsip = folder / nama_arsip(kini)
        try:
            if not folder.is_dir():
                raise Refused(f"Folder {folder} tidak ada.")
            prune(folder, kini)
            self.rotate(folder, max(harian - 1, 1), bulanan)  # tempat bagi yang baru
            cadangan = backup(arsip)
        except (Refused, OSError, DatabaseError) as error:
            raise CommandError(f"Cadangan tidak dibuat. {sebab(error)}") from error
        self.stdout.write(f"{arsip}: basis data dan {cadangan.banyak_berkas} berkas.")
        self.rotate(folder, harian, bulanan)

    def rotate(self, folder: Path, harian: int, bulanan: int) -> None:
        for path in rotate(folder, harian=harian, bulanan=bulanan):
            self.stdout.write(f"Cadangan lama dibuang: {path.name}")
