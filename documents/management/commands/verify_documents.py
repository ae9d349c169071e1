from typing import Any

from django.core.management.base import BaseCommand, CommandError

from documents.verification import verify


class Command(BaseCommand):
    help = "Periksa snapshot, PDF bertanda tangan dan bukti; galat bila ada yang rusak."

    def handle(self, *args: Any, **options: Any) -> None:
        problems = list(verify())
        for problem in problems:
            self.stderr.write(problem)
        if problems:
            raise CommandError(f"{len(problems)} kerusakan ditemukan.")
        self.stdout.write("Semua dokumen utuh.")
