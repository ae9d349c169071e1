"""Naskah laporan: teks sederhana dengan rujukan angka `{iku.1.realisasi}`. Tanpa Django.

Paragraf dipisah baris kosong; baris `1. …` daftar bernomor; baris `- …` butir.
"""

import re
from collections.abc import Mapping
from typing import Any

_RUJUKAN = re.compile(r"\{([a-z0-9_.]+)\}")
_NOMOR = re.compile(r"^\d+\.\s+")
TIDAK_ADA = "(tidak dapat dihitung)"


def rujukan(teks: str) -> list[str]:
    """Kunci rujukan dalam `teks`, tanpa ulangan, menurut urutan muncul."""
    return list(dict.fromkeys(_RUJUKAN.findall(teks)))


def isi(teks: str, angka: Mapping[str, str]) -> str:
    """`teks` dengan tiap rujukan diganti tulisannya; yang tidak dikenal dibiarkan agar terlihat."""
    return _RUJUKAN.sub(lambda m: angka.get(m[1], m[0]), teks)


def blok(teks: str) -> list[dict[str, Any]]:
    """`[{"jenis": "p" | "ol" | "ul", "isi": [tulisan, …]}, …]`; paragraf berisi satu tulisan."""
    hasil: list[dict[str, Any]] = []
    for bagian in re.split(r"\n\s*\n", teks.strip()):
        sambung = False
        for baris in filter(None, map(str.strip, bagian.splitlines())):
            jenis, tulisan = _baris(baris)
            sama = bool(hasil) and hasil[-1]["jenis"] == jenis
            if jenis == "p" and sambung:
                hasil[-1]["isi"][-1] += f" {tulisan}"
            elif jenis != "p" and sama:
                hasil[-1]["isi"].append(tulisan)
            else:
                hasil.append({"jenis": jenis, "isi": [tulisan]})
            sambung = True
    return hasil


def _baris(baris: str) -> tuple[str, str]:
    if _NOMOR.match(baris):
        return "ol", _NOMOR.sub("", baris)
    return ("ul", baris[2:].strip()) if baris.startswith("- ") else ("p", baris)
