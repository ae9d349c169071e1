"""Pulihkan pemasangan kosong dari satu arsip cadangan, lalu periksa keutuhannya."""

from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from core.audit import Refused
from dpmd.actions.cadangan import check, restore


class Command(BaseCommand):
    help = (
        "Pulihkan ARSIP cadangan ke pemasangan kosong; yang rusak ditolak sebelum apa pun diubah."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("arsip", type=Path)
        parser.add_argument(
            "--timpa",
            action="store_true",
            help="ganti basis data yang berisi, berkas dibiarkan; untuk pemutakhiran yang gagal",
        )
        parser.add_argument("--periksa", action="store_true", help="hanya cocokkan sidiknya")

    def handle(self, *args: Any, **options: Any) -> None:
        arsip: Path = options["arsip"]
        if not arsip.is_file():
            raise CommandError(f"{arsip} tidak ada.")
        try:
            if options["periksa"]:
                cadangan = check(arsip)
            else:
                cadangan = restore(arsip, is_timpa=options["timpa"])
        except (Refused, OSError) as error:
            raise CommandError(f"Tidak ada yang dipulihkan. {error}") from error
        isi = f"basis data dan {cadangan.banyak_berkas} berkas dari {cadangan.waktu}"
        if options["periksa"]:
            self.stdout.write(f"Utuh: {isi}.")
            return
        self.stdout.write(f"Dipulihkan: {isi}.")
        for perintah in ("migrate", "verify_audit", "verify_documents"):
            call_command(perintah, verbosity=0, stdout=self.stdout, stderr=self.stderr)
