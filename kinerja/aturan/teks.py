"""Naskah laporan: teks sederhana dengan rujukan angka `{iku.1.realisasi}`.

Paragraf dipisah baris kosong; baris `1. …` daftar bernomor; baris `- …` butir.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_RUJUKAN = re.compile(r"\{([a-z0-9_.]+)\}")
_NOMOR = re.compile(r"^\d+\.\s+")
TIDAK_ADA = "(tidak dapat dihitung)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Blok:
    """Paragraf (`p`), daftar bernomor (`ol`) atau butir (`ul`)."""

    jenis: str
    isi: tuple[str, ...]


def rujukan(teks: str) -> list[str]:
    """Kunci rujukan dalam `teks`, tanpa ulangan, menurut urutan muncul."""
    return list(dict.fromkeys(_RUJUKAN.findall(teks)))


def isi(teks: str, angka: Mapping[str, str]) -> str:
    """`teks` dengan tiap rujukan diganti tulisannya; yang tidak dikenal dibiarkan agar terlihat."""
    return _RUJUKAN.sub(lambda m: angka.get(m[1], m[0]), teks)


def blok(teks: str) -> tuple[Blok, ...]:
    """Paragraf, daftar bernomor dan butir menurut urutan tulisannya; paragraf berisi satu tulisan."""
    hasil: list[tuple[str, list[str]]] = []
    for bagian in re.split(r"\n\s*\n", teks.strip()):
        sambung = False
        for baris in filter(None, map(str.strip, bagian.splitlines())):
            jenis, tulisan = _baris(baris)
            sama = bool(hasil) and hasil[-1][0] == jenis
            if jenis == "p" and sambung:
                hasil[-1][1][-1] += f" {tulisan}"
            elif jenis != "p" and sama:
                hasil[-1][1].append(tulisan)
            else:
                hasil.append((jenis, [tulisan]))
            sambung = True
    return tuple(Blok(jenis=jenis, isi=tuple(isi)) for jenis, isi in hasil)


def _baris(baris: str) -> tuple[str, str]:
    if _NOMOR.match(baris):
        return "ol", _NOMOR.sub("", baris)
    return ("ul", baris[2:].strip()) if baris.startswith("- ") else ("p", baris)
