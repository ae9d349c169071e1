"""Proses anak yang ditengok selama berjalan: kabarnya terbaca sebelum ia selesai."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from subprocess import PIPE, Popen, TimeoutExpired
from tempfile import TemporaryFile
from time import monotonic

TENGOK_SECONDS = 1
Pantau = Callable[[list[str]], None]  # menerima catatannya sejauh ini


@dataclass(frozen=True)
class Keluaran:
    """Yang ditinggalkan proses anak; `catatan` baris galat bakunya."""

    kode: int
    isi: bytes
    catatan: list[str]


def run(
    command: Sequence[str],
    masukan: bytes,
    *,
    folder: Path,
    seconds: int,
    pantau: Pantau,
) -> Keluaran:
    """Jalankan dengan `masukan`; `pantau` menerima catatannya sejauh ini.

    `TimeoutExpired` bila lewat `seconds`. Galat dari `pantau` mematikan anaknya.
    """
    # masukan lewat berkas: `communicate` yang diulang tidak meneruskan masukan yang belum terkirim
    with TemporaryFile() as pipa, TemporaryFile() as galat:
        pipa.write(masukan)
        pipa.seek(0)
        berkas = galat.fileno()
        process = Popen(command, stdin=pipa, stdout=PIPE, stderr=galat, cwd=folder)
        try:
            isi = _awaited(process, seconds, lambda: pantau(_lines(berkas)))
        except BaseException:
            process.kill()
            process.communicate()
            raise
        return Keluaran(process.returncode, isi, _lines(berkas))


def _awaited(process: Popen[bytes], seconds: int, tengok: Callable[[], None]) -> bytes:
    """Keluaran bakunya."""
    selesai = monotonic() + seconds
    while monotonic() < selesai:
        try:
            isi, _ = process.communicate(timeout=TENGOK_SECONDS)
        except TimeoutExpired:
            tengok()
        else:
            return isi
    raise TimeoutExpired(process.args, seconds)


def _lines(berkas: int) -> list[str]:
    """Dibaca tanpa menggeser tempat proses anak menulis."""
    size = os.fstat(berkas).st_size
    text = os.pread(berkas, size, 0).decode(errors="replace")
    return text.strip().splitlines()
