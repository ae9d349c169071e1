from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from documents.printing import print_pdf
from documents.render import RenderFailed
from kinerja.models import Lkjip


class Command(BaseCommand):
    """LKjIP menjadi berkas tanpa membuka peramban."""

    help = (
        "Cetak LKjIP satu kabupaten dan tahun ke berkas PDF: yang sah bila sudah ditandatangani, "
        "selain itu draf."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Kabupaten, tahun, dan berkas tujuannya."""
        parser.add_argument("kabupaten", help="kode kabupaten, misalnya 16.07")
        parser.add_argument("tahun", type=int)
        parser.add_argument("berkas", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        """PDF yang sah bila sudah ditandatangani, selain itu drafnya."""
        kode = options["kabupaten"]
        tahun = options["tahun"]
        lkjip = Lkjip.objects.filter(kabupaten__kode=kode, tahun=tahun).last()
        if lkjip is None:
            raise CommandError(f"LKjIP {tahun} kabupaten {kode} belum dibuat.")
        try:
            pdf = print_pdf(lkjip)
        except RenderFailed as error:
            raise CommandError(str(error)) from error
        path: Path = options["berkas"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pdf)
        self.stdout.write(f"{path} ({len(pdf) // 1024} kB)")
