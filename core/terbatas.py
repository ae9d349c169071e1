"""Pintu tunggal proses anak: pembaca berkas asing dan pencetak, berbatas waktu.

Batas ingatannya dipasang modul itu sendiri.
"""

import sys
from pathlib import Path

from core import anak
from core.anak import Keluaran, Pantau

BASE_DIR = Path(__file__).resolve().parent.parent


def _biarkan(catatan: list[str]) -> None:
    """Kemajuannya tidak dilihat siapa pun."""


def run_module(
    module: str,
    *arguments: str,
    seconds: int,
    masukan: bytes = b"",
    pantau: Pantau = _biarkan,
) -> Keluaran:
    """Keluaran dan kode keluarnya; `subprocess.TimeoutExpired` bila lewat `seconds`."""
    command = [sys.executable, "-m", module, *arguments]
    return anak.run(command, masukan, folder=BASE_DIR, seconds=seconds, pantau=pantau)
