"""Alamat halaman mulai beserta kuncinya."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

from dpmd.actions import is_kosong
from dpmd.forms import kunci_pemasangan


class Command(BaseCommand):
    help = "Cetak alamat untuk membuka kantor pertama; hanya selama pemasangan masih kosong."

    def handle(self, *args: Any, **options: Any) -> None:
        if not is_kosong():
            raise CommandError("Kantor pertama sudah dibuka. Kantor lain: manage.py create_office.")
        jalan = reverse("mulai")
        self.stdout.write(f"{settings.SITE_URL}{jalan}?kunci={kunci_pemasangan()}")
