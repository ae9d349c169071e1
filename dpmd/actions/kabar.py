"""Sapuan kabar: dikerjakan pekerja tugas, berkali-kali dijalankan akibatnya sekali."""

import datetime
from typing import Any

from django.utils import timezone
from django_tasks import task

from accounts.actions.sebar import announce, send_letters
from accounts.models import Kabupaten
from dpmd.actions.calon_kabar import calon_kabar

PELAKU = "pekerja kabar"
Hitungan = tuple[int, int, int]  # kabar baru, surat terkirim, surat gagal


@task()
def sweep() -> None:
    """Satu sapuan atas isyarat antrean."""
    sweep_at(timezone.now())


def sweep_at(now: datetime.datetime) -> Hitungan:
    """Kabarkan yang baru di tiap kantor yang berpengguna, lalu kirim surat yang sudah waktunya."""
    hari = timezone.localdate(now)
    banyak = 0
    kantor: Any = Kabupaten.objects.filter(user__is_active=True).distinct()
    for kabupaten in kantor:
        banyak += announce(kabupaten, calon_kabar(kabupaten, hari), by=PELAKU)
    terkirim, gagal = send_letters(now)
    return banyak, terkirim, gagal
