"""Gambar dipisahkan dari naskahnya: pencetak tidak mengurai ribuan unsurnya bersama tulisannya."""

import re

SVG = re.compile(r"<svg\b[^>]*>(?:<title>(?P<judul>[^<]*)</title>)?.*?</svg>", re.DOTALL)
Gambar = dict[str, str]


def separated(naskah: str) -> tuple[str, Gambar]:
    """Naskah yang tiap SVG-nya menjadi `<img>` berjudul sama, dan gambarnya menurut alamatnya."""
    gambar: Gambar = {}

    def ganti(svg: re.Match[str]) -> str:
        nomor = len(gambar)
        alamat = f"file:///gambar/{nomor}"
        gambar[alamat] = svg[0]
        judul = svg["judul"] or ""
        return f'<img src="{alamat}" alt="{judul}">'

    tanpa_gambar = SVG.sub(ganti, naskah)
    return tanpa_gambar, gambar
