"""Yang terbaca pada PDF dan lembar kerja: tulisan yang hilang, ukuran halaman, isi sel."""

import subprocess
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from typing import Any

import pypdf
from openpyxl.worksheet.worksheet import Worksheet

from documents.cetakan import Bagian, Cetakan


def tak_terbaca(cetakan: Cetakan, pdf: bytes) -> list[str]:
    """Sel, paragraf, catatan dan judul yang hilang dari PDF, apa pun spasi dan pemenggalannya."""
    terbaca = padat("".join(tulisan_halaman(pdf)))
    semua = [teks for bagian in cetakan.bagian for teks in tulisan(bagian)]
    assert len([teks for teks in semua if teks]) > 5
    return [teks for teks in semua if padat(teks) not in terbaca]


@lru_cache(maxsize=1)
def tulisan_halaman(pdf: bytes) -> tuple[str, ...]:
    """Tulisan tiap halaman menurut urutan cetaknya; pypdf membacanya belasan kali lebih lambat."""
    perintah = ["pdftotext", "-raw", "-", "-"]
    hasil = subprocess.run(perintah, input=pdf, capture_output=True, check=True)
    *halaman, _ = hasil.stdout.decode().split("\f")
    return tuple(halaman)


def ukuran_halaman(pdf: bytes) -> list[tuple[int, int]]:
    """Lebar dan tinggi tiap halaman dalam milimeter."""
    halaman = pypdf.PdfReader(BytesIO(pdf)).pages
    return [(_mm(satu.mediabox.width), _mm(satu.mediabox.height)) for satu in halaman]


def _mm(titik: float) -> int:
    return round(float(titik) / 72 * 25.4)


def isi_lembar(lembar: Worksheet, dari: int = 1) -> list[list[Any]]:
    """Isi sel tiap baris mulai baris `dari`."""
    return [list(row) for row in lembar.iter_rows(min_row=dari, values_only=True)]


def tulisan(bagian: Bagian) -> Iterator[str]:
    """Semua tulisan satu bagian; judul pertamanya tercetak dengan huruf besar."""
    yield from (teks.upper() for teks in bagian.judul[:1])
    yield from bagian.judul[1:]
    yield bagian.anak_judul
    yield from (satu.teks for satu in (*bagian.pembuka, *bagian.penutup))
    for tabel, baris in bagian.baris:
        yield from (sel.teks for isi in baris for sel in isi.sel)
        yield from (sel.teks for kepala in tabel.kepala for sel in kepala)
        yield from tabel.catatan


def padat(teks: str) -> str:
    """Tanpa spasi dan pemenggalan baris."""
    return "".join(teks.split())
