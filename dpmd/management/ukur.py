"""Alat ukur `bench`: median lama, lama dan ingatan proses anak, baris hasil."""

import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from django.utils import timezone

from core.terbatas import induk

RUNS = 3
DIKUBUR_SECONDS = 0.1  # anak yang baru selesai dihitung induknya
Work = Callable[[], Any]  # yang diukur


@dataclass(frozen=True)
class Took:
    """Lama menunggu, dan lama prosesor bekerja; keduanya detik."""

    waited: float
    worked: float


def seconds(call: Work) -> float:
    """Median lama `RUNS` kali panggilan."""
    return median(once(call) for _ in range(RUNS))


def once(call: Work) -> float:
    """Lama satu panggilan, detik."""
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def effort(call: Work) -> float:
    """Lama prosesor bekerja (detik) bagi satu panggilan, berikut proses anaknya.

    Tidak ikut memanjang bila mesinnya dipakai yang lain.
    """
    start = _busy()
    call()
    return _busy() - start


def measured(call: Work) -> Took:
    """Yang kedua tidak bergantung pada antrean mesinnya."""
    return Took(seconds(call), effort(call))


def _busy() -> float:
    """Waktu prosesor proses ini, anak-anaknya yang sudah selesai, dan induk pencetaknya."""
    user, system, anak_user, anak_system, _ = os.times()
    return user + system + anak_user + anak_system + _induk()


def _induk() -> float:
    """Waktu prosesor induk pencetak dan anak-anaknya; 0 selama belum menyala."""
    if induk.proses is None:
        return 0.0
    time.sleep(DIKUBUR_SECONDS)
    stat = Path(f"/proc/{induk.proses.pid}/stat").read_text()
    _, _, kolom = stat.rpartition(")")
    ketuk = map(int, kolom.split()[11:15])  # utime, stime, cutime, cstime
    return sum(ketuk) / os.sysconf("SC_CLK_TCK")


# Puncak ingatan induk terbawa ke anaknya; maka diukur dari proses kecil di antaranya.
PENGUKUR = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
hasil = resource.getrusage(resource.RUSAGE_CHILDREN)
print(hasil.ru_utime + hasil.ru_stime, hasil.ru_maxrss // 1024)
"""


@dataclass(frozen=True)
class Proses:
    """Satu proses beserta anaknya: lama dan kerja prosesornya (detik), puncak ingatannya (MB).

    Peladen basis datanya proses lain, jadi tidak ikut.
    """

    lama: float
    kerja: float
    ingatan: int


def process(command: Sequence[str]) -> Proses:
    """Jalankan sampai selesai."""
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", PENGUKUR, *command],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        called = " ".join(command)
        raise SystemExit(f"Gagal: {called}\n{done.stderr}")
    lama = time.perf_counter() - start
    kerja, ingatan = done.stdout.split()
    return Proses(lama, float(kerja), int(ingatan))


def manage(*arguments: str) -> Proses:
    """Satu perintah `manage.py`."""
    return process([sys.executable, "manage.py", *arguments])


def baris(
    nama: str,
    took: float,
    reference: float | None = None,
    proses: Proses | None = None,
) -> str:
    """Satu hasil; pembandingnya menurut `reference`, lama kita."""
    milliseconds = took * 1000
    teks = f"{nama:<60} {milliseconds:8.0f} ms"
    if reference:
        ratio = took / reference
        teks += f"  {ratio:.1f} × lama kita"
    if proses:
        teks += f"  prosesor {proses.kerja:.1f} s  {proses.ingatan} MB"
    return teks


def beside(nama: str, ours: Took, other: Took) -> str:
    """Detik kita, detik pembandingnya, dan bagian kita; lalu ketiganya menurut prosesor."""
    waited = _ratio(ours.waited, other.waited)
    worked = _ratio(ours.worked, other.worked)
    return f"{nama:<60} {waited}  prosesor {worked}"


def _ratio(ours: float, other: float) -> str:
    """Milik kita, milik pembandingnya, lalu bagian kita darinya."""
    share = ours / other
    return f"{ours:6.2f} {other:6.2f} {share:5.2f}"


def machine() -> str:
    """Mesin, hari dan bebannya: tanpa itu angkanya tidak dapat dibandingkan."""
    beban, _, _ = os.getloadavg()
    hari = timezone.localdate()
    inti = os.cpu_count()
    return f"{hari}: {inti} inti {platform.machine()}, beban {beban:.1f}"
