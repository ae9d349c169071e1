"""Tata cetak (`static/print/tata.css`) bagi Typst dan penakar tinggi."""

import re
from decimal import Decimal
from functools import cache
from pathlib import Path

AKAR = Path(__file__).resolve().parent.parent
BERKAS = AKAR / "static" / "print" / "tata.css"
PERNYATAAN = re.compile(r"--([a-z-]+): ([^;]+);")
ANGKA = re.compile(r"[\d.]+")


@cache
def tata() -> dict[str, str]:
    """Tiap nilai menurut namanya, sebagaimana tertulis."""
    pernyataan = PERNYATAAN.findall(BERKAS.read_text())
    return dict(pernyataan)


def ukuran(nama: str) -> Decimal:
    """Angka satu ukuran tanpa satuannya, poin untuk huruf dan milimeter untuk jarak."""
    angka = ANGKA.match(tata()[nama])
    if angka is None:
        raise ValueError(f"Tata cetak {nama} bukan ukuran.")
    return Decimal(angka.group())


def typst() -> str:
    """Tata cetak sebagai kamus `tata` dalam bahasa Typst."""
    semua = []
    for nama, isi in tata().items():
        nilai = _nilai(isi)
        semua.append(f"  {nama}: {nilai},\n")
    kamus = "".join(semua)
    return f"#let tata = (\n{kamus})\n"


def _nilai(isi: str) -> str:
    """Warna menjadi warna; huruf yang pertama, karena penggantinya hanya untuk peramban."""
    if isi.startswith("#"):
        return f'rgb("{isi}")'
    pertama, _, _ = isi.partition(",")
    return pertama
