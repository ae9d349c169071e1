"""Menghitung ulang IDM dan Indeks Desa tersimpan."""

from collections.abc import Callable
from typing import Any, ClassVar

from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts.models import Kabupaten
from core.audit import Refused
from idm.actions import SemuaRumus, recompute, recompute_indeks
from idm.models import IdmDesa, IndeksDesa

ACTOR = "perintah recompute"
Hitung = Callable[..., int]
HITUNG: dict[Any, Hitung] = {IdmDesa: recompute, IndeksDesa: recompute_indeks}


class Command(BaseCommand):
    """Tiap kabupaten satu transaksi: yang terkunci disebut dan tidak menahan yang lain."""

    requires_system_checks: ClassVar[list[str]] = []  # memuat semua halaman: sedetik lebih
    help = "Hitung ulang IDM dan Indeks Desa satu tahun dari skornya, semua kabupaten atau satu."

    def add_arguments(self, parser: CommandParser) -> None:
        """Tanpa kabupaten, semuanya."""
        parser.add_argument("tahun", type=int)
        parser.add_argument("--kabupaten", metavar="KODE", help="kode Kemendagri, misalnya 16.07")

    def handle(self, *args: Any, **options: Any) -> None:
        """Semua dicoba dahulu; yang ditolak dihitung di akhir."""
        daftar = Kabupaten.objects.order_by("kode")
        if options["kabupaten"]:
            daftar = daftar.filter(kode=options["kabupaten"])
            if not daftar:
                raise CommandError(f"Tidak ada kabupaten berkode {options['kabupaten']}.")
        ditolak = 0
        tahun = options["tahun"]
        hitung = _dipakai(tahun)
        rumus = SemuaRumus()
        for kabupaten in daftar:
            berubah = 0
            try:
                for satu in hitung:
                    berubah += satu(kabupaten=kabupaten, tahun=tahun, by=ACTOR, rumus=rumus)
                hasil = f"{berubah} desa berubah"
                self.stdout.write(f"{kabupaten}: {hasil}")
            except Refused as error:
                ditolak += 1
                self.stderr.write(f"{kabupaten}: tidak dihitung. {error}")
        if ditolak:
            raise CommandError(f"{ditolak} kabupaten tidak dihitung.")


def _dipakai(tahun: int) -> list[Hitung]:
    """Hitungan indeks yang barisnya ada; yang tidak ada tidak ditanyakan lagi tiap kabupaten."""
    hasil = []
    for model, hitung in HITUNG.items():
        rows = model.objects.filter(tahun=tahun)
        if rows.exists():
            hasil.append(hitung)
    return hasil
