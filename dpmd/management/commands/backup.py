"""Cadangan satu arsip ke folder, lalu yang lama dibuang."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from core.audit import Refused
from dpmd.actions.cadangan import backup, nama_arsip, rotate


class Command(BaseCommand):
    help = "Cadangkan basis data, berkas dan sertifikat menjadi satu arsip bersidik di FOLDER."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["folder"]
        if not folder.is_dir():
            raise CommandError(f"Folder {folder} tidak ada.")
        arsip = folder / nama_arsip(timezone.localtime())
        try:
            cadangan = backup(arsip)
        except (Refused, OSError) as error:
            raise CommandError(f"Cadangan tidak dibuat. {error}") from error
        self.stdout.write(f"{arsip}: basis data dan {cadangan.banyak_berkas} berkas.")
        for path in rotate(folder):
            self.stdout.write(f"Cadangan lama dibuang: {path.name}")
