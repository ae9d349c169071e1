"""`python -m tests.galat.pekerja`: pekerja tugas dengan satu jenis tugas yang akibatnya terhitung.

Tugas bersidik `s` menambah tepat satu bidang bernama `Bidang s` dan meninggalkan satu berkas.
"""

from time import sleep
from typing import Any

import django

TAHAP = 6
JEDA = 0.15  # detik tiap tahap, di dalam dan di luar transaksinya
JENIS = "galat"
BERKAS = b"isi hasil" * 1000


def nama_bidang(sidik: str) -> str:
    return f"Bidang {sidik}"


def prepare(tugas: Any, kemajuan: Any) -> str:
    for nomor in range(TAHAP):
        sleep(JEDA)
        kemajuan.lapor(nomor, TAHAP)
    return nama_bidang(tugas.sidik)


def apply(tugas: Any, nama: str) -> Any:
    from accounts.models import Bidang
    from core import door
    from documents.tugas import HasilTugas

    sleep(JEDA)
    bidang = Bidang(perangkat_daerah=tugas.kabupaten.dinas, nama=nama)
    door.save(bidang, by=tugas.diminta_by)
    sleep(JEDA)
    return HasilTugas("selesai", nama="hasil.txt", isi=BERKAS)


def daftar() -> None:
    from documents.tugas import Fase, JenisTugas, register_tugas

    register_tugas(JENIS, JenisTugas((Fase("Menyiapkan"),), prepare, apply))


if __name__ == "__main__":
    django.setup()
    from django.core.management import call_command

    from tests.galat.jam import pasang

    pasang()
    daftar()
    call_command("worker", verbosity=0)
