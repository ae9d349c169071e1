"""Bukti contoh pada bundel, jalannya, dan pemeriksa yang dijalankan di luar sistem."""

import subprocess
import sys
from pathlib import Path

from django.urls import reverse

ISI_BUKTI = b"%PDF-1.4 berita acara" + b"x" * 9000


def alamat(naskah):
    return reverse("kinerja:lkjip_bundel", args=[naskah.pk])


def jalankan(pemeriksa: Path, *argumen: str) -> subprocess.CompletedProcess[str]:
    """Python polos di folder lain, tanpa lingkungan proyek ini."""
    return subprocess.run(
        [sys.executable, "-I", "-S", str(pemeriksa), *argumen],
        cwd="/",
        env={"PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
