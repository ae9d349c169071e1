"""Gambar unggahan ditulis ulang menjadi PNG kecil; yang mengurainya proses anak.

Hasilnya paling besar `SISI_CETAK` piksel sesisi, tanpa keterangan apa pun dari berkas asalnya
(letak, nama kamera). Gambar yang mengaku lebih lebar daripada `SISI_TERBESAR` tidak diurai.
"""

import sys
from io import BytesIO

from core.terbatas import ask, batasi, tolak

MEMORY_BYTES = 512 * 1024**2
SECONDS = 10
SISI_TERBESAR = 4000  # piksel
SISI_CETAK = 400  # piksel
RUSAK = "Logo harus gambar PNG, JPEG atau SVG yang utuh."
KOSONG = "Logonya tidak bergambar apa pun."
TERLALU_PIPIH = "Logonya terlalu pipih: sisi panjangnya paling besar sepuluh kali sisi pendeknya."
TERPIPIH = 10
TERLALU_LEBAR = f"Logo paling besar {SISI_TERBESAR} × {SISI_TERBESAR} piksel."


def png(data: bytes) -> bytes:
    """PNG baru dari PNG atau JPEG; `AnakGagal` bila rusak atau terlalu besar."""
    return ask("core.gambar", data, seconds=SECONDS, lama=RUSAK, rusak=RUSAK)


def main() -> None:
    """Dijalankan di proses anak berbatas ingatan dan waktu."""
    from PIL import Image, ImageFile

    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint pada induknya menerima yang terpotong
    batasi(MEMORY_BYTES, SECONDS)
    data = sys.stdin.buffer.read()
    with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as gambar:
        if max(gambar.size) > SISI_TERBESAR:
            tolak(TERLALU_LEBAR)
        if max(gambar.size) > TERPIPIH * min(gambar.size):
            tolak(TERLALU_PIPIH)
        kecil = gambar.convert("RGBA")
    if kecil.getchannel("A").getbbox() is None:
        tolak(KOSONG)
    kecil.thumbnail((SISI_CETAK, SISI_CETAK))
    kecil.save(sys.stdout.buffer, "PNG", optimize=True)
