"""Gambar pada HTML cetak: PNG dan JPEG apa adanya, SVG untuk digambar, dengan tulisannya."""

import base64
import re
from collections.abc import Mapping
from html import unescape
from urllib.parse import unquote_to_bytes

from documents.word.sebaris import Elemen

SVG = "image/svg+xml"
TULISAN = re.compile(r"<text\b[^>]*>([^<]*)</text>")
TERBANYAK = 100  # tulisan; yang lebih banyak sudah menjadi tabel di bawahnya


def semua_gambar(akar: Elemen) -> tuple[dict[str, bytes], dict[str, str]]:
    """Gambar titik dan SVG yang tersemat, menurut alamatnya."""
    titik = {}
    svg = {}
    for img in akar.iter("img"):
        alamat = img.get("src") or ""
        if not alamat.startswith("data:"):
            continue
        jenis, data = _isi(alamat)
        if jenis == SVG:
            svg[alamat] = data.decode()
        else:
            titik[alamat] = data
    return titik, svg


def _isi(alamat: str) -> tuple[str, bytes]:
    """Jenis dan isi satu alamat `data:`."""
    kepala, _, data = alamat.removeprefix("data:").partition(",")
    jenis, *sifat = kepala.split(";")
    if "base64" in sifat:
        return jenis, base64.b64decode(data)
    return jenis, unquote_to_bytes(data)


def beri_keterangan(akar: Elemen, svg: Mapping[str, str]) -> None:
    """Tulisan dan angka di dalam gambar ikut dibacakan: sesudah digambar ia bukan tulisan lagi."""
    for img in akar.iter("img"):
        tulisan = TULISAN.findall(svg.get(img.get("src"), ""))
        if 0 < len(tulisan) <= TERBANYAK:
            isi = unescape(" · ".join(tulisan))
            nama = img.get("alt")
            img.set("alt", f"{nama}: {isi}")
