from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from dpmd.actions import (
    DEMO_PASSWORD,
    LKJIP_DEMO,
    create_demo_accounts,
    create_demo_bukti,
    create_demo_indeks,
    create_demo_lkjip,
    create_demo_naskah,
    load_fixtures,
)

ACTOR = "data contoh"


class Command(BaseCommand):
    """Mengisi basis data kosong dengan data nyata dan akun contoh; aman dijalankan berulang."""

    help = "Memuat fixtures, membuat akun demo, dan membuka draf LKjIP; hanya bila DEMO aktif."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument(
            "--tanpa-peragaan",
            action="store_true",
            help="Tanpa Indeks Desa buatan 2025 dan 2026.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError(
                "seed_demo hanya berjalan pada demo; setelan DEMO sedang tidak aktif.",
            )
        with transaction.atomic():
            semua_hasil = load_fixtures(by=ACTOR)
            users = create_demo_accounts(by=ACTOR)
            naskah = create_demo_naskah(by=ACTOR)  # LKjIP membaca perjanjian kinerjanya
            is_new = create_demo_lkjip(by=ACTOR)
            bukti = create_demo_bukti(by=ACTOR)
            indeks = 0
            if not options["tanpa_peragaan"]:
                indeks = create_demo_indeks(by=ACTOR)
        for nama, hasil in semua_hasil:
            self.stdout.write(f"{nama}: {hasil}")
        state = "sudah ada, dilewati"
        if is_new:
            state = "dibuka"
        self.stdout.write(f"Draf LKjIP Banyuasin {LKJIP_DEMO['tahun']}: {state}")
        self.stdout.write(f"Draf naskah kinerja baru: {naskah}")
        self.stdout.write(f"Berkas bukti contoh baru: {bukti}")
        self.stdout.write(f"Indeks Desa buatan baru: {indeks}")
        self.stdout.write(f"\nAkun demo; sandi dan frasa sandi sertifikat semuanya {DEMO_PASSWORD}")
        width = max(len(user.username) for user in users)
        for user in users:
            self.stdout.write(f"  {user.username:<{width}}  {user.get_full_name()}")
