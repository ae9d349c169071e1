"""Beban bagi Locust: 70 % simpan sel, 20 % halaman, 8 % dasbor, 2 % impor dan cetakan.

Waktu berpikir berataan `PIKIR` detik, paling lama `PALING_LAMA`.
"""

import os
import random
import sys
from collections import Counter
from collections.abc import Callable
from itertools import count
from time import sleep
from typing import Any

from locust import HttpUser, events, task
from locust.clients import HttpSession
from locust.env import Environment
from locust.exception import RescheduleTask
from locust.stats import StatsEntry

from tests.beban.orang import Gagal, Jawaban, Operator

PIKIR = 3.5
PALING_LAMA = 20.0
BANYAK = int(os.environ["BEBAN_ORANG"])
NOMOR = count()
PESERTA: list[Operator] = []
KODE: Counter[int] = Counter()  # banyak jawaban menurut kode statusnya


class SesiLocust:
    """Sesi satu orang; Locust mencatat lamanya menurut `nama`."""

    def __init__(self, client: HttpSession) -> None:
        self.client = client
        client.verify = False  # wewenang TLS sementara milik Caddy

    def get(self, alamat: str, nama: str) -> Jawaban:
        jawaban = self.client.get(alamat, name=nama)
        return Jawaban(jawaban.status_code, jawaban.content)

    def post(
        self, alamat: str, nama: str, isi: Any, kepala: dict[str, str], berkas: bytes | None = None
    ) -> Jawaban:
        unggahan = {"berkas": ("lembar.xlsx", berkas)} if berkas else None
        jawaban = self.client.post(alamat, data=isi, headers=kepala, files=unggahan, name=nama)
        return Jawaban(jawaban.status_code, jawaban.content)


class Orang(HttpUser):
    def wait_time(self) -> float:
        return min(random.expovariate(1 / PIKIR), PALING_LAMA)

    def on_start(self) -> None:
        """Yang ditolak mencoba lagi sesudah berpikir; nomornya tetap satu orang."""
        sesi = SesiLocust(self.client)
        self.operator = Operator(sesi, next(NOMOR), BANYAK, self.host)
        while not self._dicoba(self.operator.masuk):
            sleep(self.wait_time())
        PESERTA.append(self.operator)

    def _kerja(self, kerja: Callable[[], None]) -> None:
        if not self._dicoba(kerja):
            raise RescheduleTask

    def _dicoba(self, kerja: Callable[[], None]) -> bool:
        """Apakah berhasil; yang gagal dicatat."""
        try:
            kerja()
        except Gagal as gagal:
            self._record(gagal)
            return False
        return True

    def _record(self, gagal: Gagal) -> None:
        self.environment.events.request.fire(
            request_type="ISI",
            name="isi jawaban",
            response_time=0,
            response_length=0,
            exception=gagal,
            context={},
        )

    @task(70)
    def ketik(self) -> None:
        self._kerja(self.operator.ketik)

    @task(20)
    def buka(self) -> None:
        self._kerja(self.operator.buka)

    @task(8)
    def dasbor(self) -> None:
        self._kerja(self.operator.dasbor)

    @task(1)
    def impor(self) -> None:
        self._kerja(self.operator.impor)

    @task(1)
    def cetak(self) -> None:
        self._kerja(self.operator.cetak)


@events.request.add_listener
def hitung_kode(response: Any = None, **_: Any) -> None:
    """Kode 0 berarti tidak ada jawaban: sambungan putus atau ditolak."""
    if response is not None:
        KODE[response.status_code] += 1


@events.quitting.add_listener
def ringkas(environment: Environment, **_: Any) -> None:
    """Tabel ukuran dan sel yang hilang; gagal juga bila ada jawaban 5xx atau yang tidak masuk."""
    semua = environment.stats
    write(f"orang {len(PESERTA)}, {semua.total.total_rps:.1f} permintaan tiap detik")
    for entry in sorted(semua.entries.values(), key=lambda entry: entry.name):
        write(baris(entry))
    menurut_kode = {
        kode: banyak for kode, banyak in sorted(KODE.items()) if kode == 0 or kode >= 400
    }
    write(f"jawaban galat: {menurut_kode or 'tidak ada'}")
    for error in semua.errors.values():
        write(f"  {error.occurrences} × {error.name}: {str(error.error)[:150]}")
    diakui = sum(len(orang.diakui) for orang in PESERTA)
    hilang = sum(len(orang.check()) for orang in PESERTA)
    write(f"sel diakui {diakui}, hilang {hilang}")
    galat = any(kode >= 500 for kode in KODE) or len(PESERTA) < BANYAK
    environment.process_exit_code = int(hilang > 0 or galat)


def write(kalimat: str) -> None:
    sys.stdout.write(f"{kalimat}\n")


def baris(entry: StatsEntry) -> str:
    """Nama, banyaknya, p50, p95, p99 (milidetik), yang gagal."""
    p50, p95, p99 = (entry.get_response_time_percentile(bagian) for bagian in (0.5, 0.95, 0.99))
    return f"{entry.name:<16}{entry.num_requests:>7}{p50:>8}{p95:>8}{p99:>8}{entry.num_failures:>6}"
