from typing import Any

from django.core.management.base import BaseCommand, CommandError

from core.audit import verify


class Command(BaseCommand):
    help = "Periksa rantai jejak audit; keluar dengan galat bila ada yang rusak."

    def handle(self, *args: Any, **options: Any) -> None:
        problems = list(verify())
        for problem in problems:
            self.stderr.write(problem)
        if problems:
            raise CommandError(f"{len(problems)} kerusakan ditemukan.")
        self.stdout.write("Rantai audit utuh.")
