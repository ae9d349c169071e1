"""Tulisan salinan Word dihadapkan dengan HTML cetaknya: kata demi kata, menurut urutannya."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from lxml.html import document_fromstring

from tests.emas import BERSUSUN

BUKAN_ISI = "kepala-halaman", "kaki-halaman", "tanda-layar", "bantuan-layar"
JEDA = qn("w:br"), qn("w:tab"), qn("w:p")


def kata_html(html: str) -> list[str]:
    """Kata pada badan cetakan; pecahan bersusun seperti pada lembar kerjanya."""
    akar = document_fromstring(BERSUSUN.sub(r"(\1) / (\2) ", html))
    for nama in BUKAN_ISI:
        for satu in akar.find_class(nama):
            satu.drop_tree()
    for satu in [*akar.iter("svg", "head")]:
        satu.drop_tree()
    return " ".join(akar.itertext()).split()


def berkas_word(data: bytes) -> Any:
    """Dokumen Word yang dibuka python-docx."""
    return Document(BytesIO(data))


def kata_word(data: bytes) -> list[str]:
    """Kata pada badan dokumen Word."""
    badan = berkas_word(data).element.body
    return "".join(_potong(badan)).split()


def _potong(badan: Any) -> Iterator[str]:
    """Tulisan tiap run; paragraf, baris dan tab memisahkan kata."""
    for satu in badan.iter(qn("w:t"), *JEDA):
        yield " " if satu.tag in JEDA else satu.text or ""


def rapat(kata: list[str]) -> str:
    """Tanpa spasi: batas unsur HTML bukan batas kata."""
    return "".join(kata)
