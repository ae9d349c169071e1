"""Membuang tugas lama beserta hasilnya."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser
from django_tasks_db import DatabaseBackend

from documents.actions.kerja import work
from documents.actions.tugas import prune

HARI = 30


class Command(BaseCommand):
    """Isyarat antrean di basis data ikut dibuang."""

    help = "Hapus tugas yang berakhir lama, beserta berkas hasilnya."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--hari", type=int, default=HARI, help="umur tugas yang disimpan")

    def handle(self, *args: Any, **options: Any) -> None:
        banyak = prune(hari=options["hari"], by="perintah prune_tugas")
        if isinstance(work.get_backend(), DatabaseBackend):
            call_command("prune_db_task_results", min_age_days=1, verbosity=0)
        self.stdout.write(f"{banyak} tugas dihapus.")
