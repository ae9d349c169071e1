"""Modul yang membaca berkas asing di proses anak, dengan batas ingatan dan waktunya sendiri."""

import subprocess
import sys
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent


def run_module(
    module: str, *arguments: str, seconds: int, masukan: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    """Keluaran dan kode keluarnya; `subprocess.TimeoutExpired` bila lewat `seconds`."""
    return subprocess.run(
        [sys.executable, "-m", module, *arguments],
        input=masukan,
        capture_output=True,
        cwd=BASE_DIR,
        timeout=seconds,
        check=False,
    )
