"""Pekerja sungguhan sebagai proses sendiri, dengan satu jenis tugas yang dapat dihentikan.

pekerja_uji.py <folder> <tempat>: pada percobaan pertama berhenti di `tempat` (siapkan, terapkan)
sesudah menulis `<folder>/sampai`, sampai dibunuh. Di `percobaan` ia memegang kunci kantornya dan
terus berkabar, sampai dibatalkan. Di `sebentar` ia hanya berhenti dua detik.
"""

import sys
from pathlib import Path
from time import sleep
from typing import Any

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import transaction  # noqa: E402

from accounts.models import Bidang  # noqa: E402
from core import door  # noqa: E402
from documents.tugas import Fase, HasilTugas, JenisTugas, register_tugas  # noqa: E402

folder, tempat = Path(sys.argv[1]), sys.argv[2]


def berhenti(tugas: Any, di: str) -> None:
    """Diam di tengah jalan, hanya pada percobaan pertama."""
    if di == tempat and tugas.percobaan == 1:
        (folder / "sampai").touch()
        sleep(600)


def coba(tugas: Any, kemajuan: Any) -> None:
    """Menulis di dalam transaksi yang tidak pernah disimpan."""
    bidang = Bidang(perangkat_daerah=tugas.kabupaten.dinas, nama="Bidang percobaan")
    with kemajuan.percobaan(), transaction.atomic():
        door.save(bidang, by=tugas.diminta_by)
        (folder / "sampai").touch()
        for _ in range(1200):
            kemajuan.lapor(1, 2)
            sleep(0.1)


def prepare(tugas: Any, kemajuan: Any) -> str:
    if tempat == "percobaan":
        coba(tugas, kemajuan)
    if tempat == "sebentar":
        (folder / "sampai").touch()
        sleep(2)
    berhenti(tugas, "prepare")
    return f"Bidang {tugas.sidik}"


def apply(tugas: Any, nama: str) -> HasilTugas:
    bidang = Bidang(perangkat_daerah=tugas.kabupaten.dinas, nama=nama)
    door.save(bidang, by=tugas.diminta_by)
    berhenti(tugas, "apply")
    return HasilTugas("selesai", nama="hasil.txt", isi=b"isi")


register_tugas("uji", JenisTugas((Fase("Menyiapkan"),), prepare, apply))
call_command("worker", habis=True, verbosity=0)
