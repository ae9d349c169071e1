"""Grafik SVG kecil dari data; sama di halaman dan PDF, terbaca hitam putih."""

from core.grafik.bagan import bagan
from core.grafik.banding import Banding, banding
from core.grafik.batang import batang, mendatar, tumpuk
from core.grafik.dasar import LEBAR, WARNA, Deret
from core.grafik.deret import Setahun, deret
from core.grafik.petak import Kelas, Petak, kotak_satuan, petak
from core.grafik.radar import radar

__all__ = [
    "LEBAR",
    "WARNA",
    "Banding",
    "Deret",
    "Kelas",
    "Petak",
    "Setahun",
    "bagan",
    "banding",
    "batang",
    "deret",
    "kotak_satuan",
    "mendatar",
    "petak",
    "radar",
    "tumpuk",
]
