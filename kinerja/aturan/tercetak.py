"""Angka tercetak dibandingkan dengan angka terhitung."""

import re
from decimal import ROUND_DOWN, Decimal
from enum import StrEnum

from core.angka import bulatkan, parse

KOSONG = "(kosong)"  # sel yang pada dokumennya tidak berisi
_SATUAN = re.compile(r"\s*(desa|orang|kelompok|lembaga)\s*$", re.IGNORECASE)

_ASING = re.compile(r"(?:Rp\.?\s*)?\d{1,3}(?:(?:,\d{3})+(?:\.\d+)?|\.\d{1,2})\s*%?")


class Banding(StrEnum):
    SAMA = "sama"
    DIPOTONG = "dipotong, tidak dibulatkan"
    BERBEDA = "berbeda"
    TIDAK_DIHITUNG = "tidak dapat dihitung"


def bandingkan(tercetak: str, dihitung: Decimal | str | None) -> Banding:
    """Apakah tulisan pada dokumen sama dengan hasil hitung pada ketelitian tulisan itu."""
    if dihitung is None:
        return Banding.TIDAK_DIHITUNG
    if isinstance(dihitung, str):
        if _baku(tercetak) == _baku(dihitung):
            return Banding.SAMA
        return Banding.BERBEDA
    polos = _SATUAN.sub("", tercetak)
    try:
        nilai = parse(polos)
    except ValueError:
        return Banding.BERBEDA
    banyak_desimal = desimal(polos)
    if nilai == bulatkan(dihitung, banyak_desimal):
        return Banding.SAMA
    potong = dihitung.quantize(Decimal(1).scaleb(-banyak_desimal), rounding=ROUND_DOWN)
    if nilai == potong:
        return Banding.DIPOTONG
    return Banding.BERBEDA


def dari_asing(tulisan: str) -> str:
    """`4,685,661,625` dan `14.88` dari lembar sebar asing menjadi `4.685.661.625` dan `14,88`."""
    return tulisan.translate(str.maketrans(",.", ".,"))


def is_strip(tulisan: str) -> bool:
    """Tanda “-” pada kolom angka: nol atau tidak ada."""
    return tulisan.strip() in {"-", "–", "—"}


def is_kosong(tulisan: str) -> bool:
    """Sel kosong atau “-”."""
    return tulisan == KOSONG or is_strip(tulisan)


def is_asing(tulisan: str) -> bool:
    """Ribuan dengan koma atau desimal dengan titik: `4,685,661`, `93.57`, `93.57%`."""
    return _ASING.fullmatch(tulisan.strip()) is not None


def _baku(tulisan: str) -> str:
    """Ejaan lama “milyar” dianggap sama dengan “miliar”."""
    return tulisan.strip().lower().replace("milyar", "miliar")


def desimal(tulisan: str) -> int:
    """Banyak angka di belakang koma pada tulisan."""
    cocok = re.search(r",(\d+)", tulisan)
    if cocok:
        return len(cocok[1])
    return 0
