"""Yang terbaca pada PDF dan lembar kerja: tulisan yang hilang, ukuran halaman, isi sel."""

import re
import subprocess
from collections.abc import Iterator
from functools import lru_cache
from html.parser import HTMLParser
from io import BytesIO
from itertools import pairwise
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


TANPA_TULISAN = ("head", "svg", "style", "script", "title")
TERPISAH = re.compile(r"[\s\u00ad\u2010\u2011-]+")  # spasi, dan tanda hubung yang juga pemenggal


class _Tulisan(HTMLParser):
    """Tiap tulisan di antara dua tanda HTML, sebagaimana akan dicetak."""

    def __init__(self) -> None:
        super().__init__()
        self.semua: list[str] = []
        self.tanpa = 0

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tanpa += tag in TANPA_TULISAN

    def handle_endtag(self, tag: str) -> None:
        self.tanpa -= tag in TANPA_TULISAN

    def handle_data(self, data: str) -> None:
        if not self.tanpa:
            self.semua.append(data)


def prosa_tak_terbaca(html: str, pdf: bytes) -> list[str]:
    """Tulisan naskah prosa yang hilang dari PDF: kata dan angkanya berurutan, apa pun barisnya."""
    pembaca = _Tulisan()
    pembaca.feed(html)
    semua = [teks for teks in map(_rapat, pembaca.semua) if teks]
    assert len(semua) > 20
    halaman = [_rapat(teks) for teks in tulisan_halaman(pdf)]
    return [teks for teks in semua if not _is_tercetak(teks, halaman)]


def _rapat(teks: str) -> str:
    """Tanpa spasi, pemenggalan dan besar huruf."""
    return TERPISAH.sub("", teks).casefold()


def _is_tercetak(teks: str, halaman: list[str]) -> bool:
    """Utuh pada satu halaman, atau bersambung ke halaman berikutnya."""
    if any(teks in satu for satu in halaman):
        return True
    return any(_is_bersambung(teks, kini, nanti) for kini, nanti in pairwise(halaman))


def _is_bersambung(teks: str, kini: str, nanti: str) -> bool:
    """Awalnya yang terpanjang pada halaman `kini`, sisanya pada `nanti`."""
    awal = 0
    while teks[: awal + 1] in kini:
        awal += 1
    return awal > 0 and teks[awal:] in nanti


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
