"""Proses yang berjalan menurut /proc, dan yang dinyalakan lagi begitu berakhir."""

import os
import signal
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from typing import Any, Self

ROOT = Path(__file__).resolve().parents[2]
JEDA = 0.5  # detik sebelum dinyalakan lagi; pada pemasangan lima
SABAR = 20  # detik menunggu layanan berhenti baik-baik


def bunuh(nomor: int, sinyal: int = signal.SIGKILL) -> None:
    """Yang sudah berakhir dibiarkan."""
    with suppress(ProcessLookupError):
        os.kill(nomor, sinyal)


def induk_tiap_proses() -> dict[int, int]:
    """Nomor tiap proses dan nomor induknya."""
    hasil = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            _, _, ekor = path.read_text().rpartition(")")
            hasil[int(path.parent.name)] = int(ekor.split()[1])
    return hasil


def anak(nomor: int) -> list[int]:
    """Yang tepat di bawah proses itu."""
    return [satu for satu, induk in induk_tiap_proses().items() if induk == nomor]


def keturunan(nomor: int) -> Iterator[int]:
    """Semua proses di bawahnya, yang terdekat lebih dahulu."""
    semua = induk_tiap_proses()
    di_atas = {nomor}
    while di_atas:
        di_atas = {satu for satu, induk in semua.items() if induk in di_atas}
        yield from sorted(di_atas)


def perintah(nomor: int) -> str:
    """Baris perintahnya; kosong bila sudah berakhir."""
    with suppress(OSError):
        return Path(f"/proc/{nomor}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    return ""


class Layanan:
    """Satu layanan yang dinyalakan lagi begitu berakhir, seperti `Restart=` systemd."""

    def __init__(self, argumen: list[str], lingkungan: Mapping[str, str], catatan: Path) -> None:
        self.argumen = argumen
        self.lingkungan = dict(lingkungan)
        self.catatan = catatan
        self.berhenti = Event()
        self.menyala = Event()
        self.kali = 0  # dinyalakan
        self.benang = Thread(target=self._jaga, daemon=True)
        self.proses: subprocess.Popen[bytes]

    def __enter__(self) -> Self:
        self.benang.start()
        self.menyala.wait()
        return self

    def _jaga(self) -> None:
        with self.catatan.open("ab") as catatan:
            while not self.berhenti.is_set():
                self.proses = subprocess.Popen(
                    self.argumen, cwd=ROOT, env=self.lingkungan, stdout=catatan, stderr=catatan
                )
                self.kali += 1
                self.menyala.set()
                self.proses.wait()
                self.berhenti.wait(JEDA)

    def __exit__(self, *galat: Any) -> None:
        self.berhenti.set()
        self.proses.terminate()
        self.benang.join(SABAR)
        for nomor in [*keturunan(self.proses.pid), self.proses.pid]:
            bunuh(nomor)
        self.benang.join()
