"""Pekerjaan contoh yang dijalankan proses anak."""

import os
import signal
import sys
import time

MEMUAT: list[str] = []


def sediakan(*argumen: str) -> None:
    MEMUAT.append(str(os.getpid()))


def main(pekerjaan: str, *argumen: str) -> None:
    PEKERJAAN[pekerjaan](*argumen)


def lapor(lama: str) -> None:
    sys.stderr.write(f"{os.getpid()}\n")
    sys.stderr.flush()
    time.sleep(float(lama))
    masukan = sys.stdin.read()
    sys.stdout.write(str(len(masukan)))


def keluar(kode: str) -> None:
    sys.exit(int(kode))


def gagal() -> None:
    raise ValueError("tidak dapat")


def mati() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def induk() -> None:
    """Proses induknya, dan yang memuat lebih dahulu."""
    sys.stdout.write(" ".join([str(os.getppid()), *MEMUAT]))


PEKERJAAN = {"lapor": lapor, "keluar": keluar, "gagal": gagal, "mati": mati, "induk": induk}
