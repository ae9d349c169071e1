"""Pulihkan pemasangan kosong dari satu arsip cadangan, lalu periksa keutuhannya."""

from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts.actions import tak_terbuka
from core.audit import Refused
from dpmd.actions.cadangan import MASUKAN, PulihSebagian, check, restore
from dpmd.arsip import sebab

SEBAGIAN = "Baru sebagian dipulihkan; ulangi dengan --timpa."


class Command(BaseCommand):
    help = (
        "Pulihkan ARSIP cadangan ke pemasangan kosong; yang rusak ditolak sebelum apa pun diubah."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("arsip", type=Path, help="- untuk masukan baku")
        parser.add_argument(
            "--timpa",
            action="store_true",
            help="ganti basis data yang berisi, berkas dibiarkan; untuk pemutakhiran yang gagal",
        )
        parser.add_argument("--periksa", action="store_true", help="hanya cocokkan sidiknya")

    def handle(self, *args: Any, **options: Any) -> None:
        arsip: Path = options["arsip"]
        try:
            if arsip != MASUKAN and not arsip.is_file():
                raise Refused(f"{arsip} tidak ada.")
            if options["periksa"]:
                cadangan = check(arsip)
            else:
                cadangan = restore(arsip, is_timpa=options["timpa"])
        except PulihSebagian as error:
            raise CommandError(f"{SEBAGIAN} {sebab(error)}") from error
        except (Refused, OSError) as error:
            raise CommandError(f"Tidak ada yang dipulihkan. {sebab(error)}") from error
        isi = f"basis data dan {cadangan.banyak_berkas} berkas dari {cadangan.waktu}"
        if options["periksa"]:
            self.stdout.write(f"Utuh: {isi}.")
            return
        self.stdout.write(f"Dipulihkan: {isi}.")
        call_command("migrate", verbosity=0, stdout=self.stdout, stderr=self.stderr)
        self.faktor()
        for perintah in ("verify_audit", "verify_documents"):
            call_command(perintah, verbosity=0, stdout=self.stdout, stderr=self.stderr)

    def faktor(self) -> None:
        """Arsip sampai 0.2.0 tidak memuat kuncinya."""
        if nama := tak_terbuka():
            semua = " ".join(nama)
            perintah = f"bin/manage lepas_faktor {semua}"
            self.stderr.write(f"Kunci faktor kedua {len(nama)} akun tidak ikut pada arsip ini.")
            self.stderr.write(f"Supaya pemiliknya dapat masuk dan memasangnya lagi: {perintah}")
