"""Pekerja tugas: satu proses menurut antrean yang disetel."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser

from documents.actions.kerja import work
from documents.backends import CeleryBackend


class Command(BaseCommand):
    """Beberapa tugas sekaligus dengan beberapa proses."""

    help = "Kerjakan tugas yang diantrekan; berhenti sesudah tugas yang sedang berjalan selesai."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--habis", action="store_true", help="berhenti bila tidak ada lagi")

    def handle(self, *args: Any, **options: Any) -> None:
        """Satu isyarat lebih dahulu: yang isyaratnya hilang tidak menunggu permintaan lain."""
        work.enqueue()
        antrean = work.get_backend()
        if isinstance(antrean, CeleryBackend):
            antrean.serve()
        else:
            call_command("db_worker", batch=options["habis"], verbosity=options["verbosity"])
