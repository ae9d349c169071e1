from typing import Any

from django.core.management.base import BaseCommand

from core.jangkar import anchor, berkas


class Command(BaseCommand):
    help = "Tulis ujung tiap rantai audit yang bertambah ke luar basis data."

    def handle(self, *args: Any, **options: Any) -> None:
        banyak = anchor()
        self.stdout.write(f"{banyak} ujung rantai dijangkar di {berkas()}.")
