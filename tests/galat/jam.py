"""Jam yang dibaca aplikasi, digeser dari luar lewat sebuah berkas; jam monotonik tetap.

Hanya dipasang pada peladen dan pekerja yang diganggu (`pasang`).
"""

import datetime
import os
import time
from dataclasses import dataclass
from pathlib import Path

BERKAS = "GALAT_JAM"
ASLI = time.time


@dataclass
class Jam:
    """Geseran bagi semua proses yang memasangnya."""

    berkas: Path

    def lingkungan(self) -> dict[str, str]:
        self.geser(0)
        return {BERKAS: str(self.berkas)}

    def geser(self, detik: int) -> None:
        """Sekaligus; berkasnya tidak pernah terbaca setengah."""
        baru = self.berkas.with_suffix(".baru")
        baru.write_text(str(detik))
        baru.replace(self.berkas)


def pasang() -> None:
    """`time.time` dan `timezone.now` mengikuti berkas geserannya."""
    from django.utils import timezone

    berkas = Path(os.environ[BERKAS])

    def kini() -> float:
        return ASLI() + int(berkas.read_text())

    def now() -> datetime.datetime:
        return datetime.datetime.fromtimestamp(kini(), datetime.UTC)

    time.time = kini
    timezone.now = now
