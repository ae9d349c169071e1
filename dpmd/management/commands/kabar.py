"""Menyapu kabar: diantrekan bagi pekerja, atau langsung."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from dpmd.actions.kabar import sweep, sweep_at


class Command(BaseCommand):
    """Dijadwalkan tiap sepuluh menit; yang kembar tidak mengapa."""

    help = "Kabarkan yang menunggu tiap orang dan kirim surat hariannya, lewat pekerja tugas."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--langsung", action="store_true", help="kerjakan di sini")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["langsung"]:
            sweep.enqueue()
            return
        banyak, terkirim, gagal = sweep_at(timezone.now())
        self.stdout.write(f"{banyak} kabar baru, {terkirim} surat terkirim, {gagal} gagal.")
