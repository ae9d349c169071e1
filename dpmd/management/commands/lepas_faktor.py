"""Melepas faktor kedua dari baris perintah, bila tidak seorang pun dapat masuk melepasnya."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts.actions import lepas_faktor
from accounts.models import User

ACTOR = "perintah lepas_faktor"


class Command(BaseCommand):
    help = "Lepas faktor kedua akun-akun ini; pemiliknya memasangnya lagi saat masuk. Tercatat."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("nama", nargs="+", help="nama akun")

    def handle(self, *args: Any, **options: Any) -> None:
        nama = set(options["nama"])
        akun = list(User.objects.filter(username__in=nama))
        if tak_dikenal := nama - {satu.username for satu in akun}:
            raise CommandError(f"Tidak ada akun bernama {', '.join(sorted(tak_dikenal))}.")
        for satu in akun:
            lepas_faktor(satu, by=ACTOR, note="melepas faktor kedua")
            self.stdout.write(f"{satu.username}: faktor kedua dilepas.")
