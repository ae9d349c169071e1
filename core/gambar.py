"""Gambar unggahan ditulis ulang menjadi PNG kecil; yang mengurainya proses anak.

Hasilnya paling besar `SISI_CETAK` piksel sesisi, tanpa keterangan apa pun dari berkas asalnya
(letak, nama kamera). Gambar yang mengaku lebih lebar daripada `SISI_TERBESAR` tidak diurai.
"""

import subprocess
import sys
from io import BytesIO

from core.terbatas import batasi, run_module

MEMORY_BYTES = 512 * 1024**2
SECONDS = 10
SISI_TERBESAR = 4000  # piksel
SISI_CETAK = 400  # piksel
TERLALU_BESAR = 3  # kode keluar proses anak
RUSAK = "Logo harus gambar PNG, JPEG atau SVG yang utuh."
TERLALU_LEBAR = f"Logo paling besar {SISI_TERBESAR} × {SISI_TERBESAR} piksel."


class GambarRefused(ValueError):
    """Gambar yang tidak diterima, dengan sebabnya."""


def png(data: bytes) -> bytes:
    """PNG baru dari PNG atau JPEG; `GambarRefused` bila rusak atau terlalu besar."""
    try:
        done = run_module("core.gambar", seconds=SECONDS, masukan=data)
    except subprocess.TimeoutExpired as error:
        raise GambarRefused(RUSAK) from error
    if done.kode == TERLALU_BESAR:
        raise GambarRefused(TERLALU_LEBAR)
    if done.kode:
        raise GambarRefused(RUSAK)
    return done.isi


def main() -> None:
    """Dijalankan di proses anak berbatas ingatan dan waktu."""
    from PIL import Image

    batasi(MEMORY_BYTES, SECONDS)
    data = sys.stdin.buffer.read()
    with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as gambar:
        if max(gambar.size) > SISI_TERBESAR:
            raise SystemExit(TERLALU_BESAR)
        kecil = gambar.convert("RGBA")
    kecil.thumbnail((SISI_CETAK, SISI_CETAK))
    kecil.save(sys.stdout.buffer, "PNG", optimize=True)
