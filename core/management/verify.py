from collections.abc import Callable, Iterable
from typing import Any, ClassVar

from django.core.management.base import BaseCommand, CommandError


class VerifyCommand(BaseCommand):
    """Menyebut tiap kerusakan yang ditemukan `verify`; keluar dengan galat bila ada."""

    verify: ClassVar[Callable[[], Iterable[str]]]
    utuh: ClassVar[str]

    def handle(self, *args: Any, **options: Any) -> None:
        kerusakan = list(self.verify())
        for satu in kerusakan:
            self.stderr.write(satu)
        if kerusakan:
            banyak = len(kerusakan)
            raise CommandError(f"{banyak} kerusakan ditemukan.")
        self.stdout.write(self.utuh)
