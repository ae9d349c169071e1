"""Naskah laporan: teks sederhana dengan rujukan angka `{iku.1.realisasi}`.

Paragraf dipisah baris kosong; baris `1. …` daftar bernomor; baris `- …` butir.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kinerja.aturan.belum import is_belum, kalimat

_RUJUKAN = re.compile(r"\{([a-z0-9_.]+)\}")
_NOMOR = re.compile(r"^\d+\.\s+")
# batas kalimat; nomor butir dan tanda butir di depannya tetap
_BATAS = re.compile(r"((?<=[.!?])\s+|\n\s*\n|\n(?=\d+\.\s|- ))")
_KALIMAT = re.compile(r"(- )?.*?([.;!?]?(?:\s+dan)?)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Blok:
    """Paragraf (`p`), daftar bernomor (`ol`) atau butir (`ul`)."""

    jenis: str
    isi: tuple[str, ...]


def rujukan(teks: str) -> list[str]:
    """Kunci rujukan dalam `teks`, tanpa ulangan, menurut urutan muncul."""
    kunci = _RUJUKAN.findall(teks)
    return list(dict.fromkeys(kunci))


def isi(teks: str, angka: Mapping[str, str]) -> str:
    """`teks` dengan tiap rujukan diganti tulisannya; yang tidak dikenal dibiarkan agar terlihat.

    Kalimat yang memuat angka yang belum diketahui diganti kalimat yang mengatakannya.
    """
    return "".join(_isi(bagian, angka) for bagian in _BATAS.split(teks))


def _isi(bagian: str, angka: Mapping[str, str]) -> str:
    """Satu kalimat, atau jarak antara dua kalimat."""
    belum = [kunci for kunci in rujukan(bagian) if is_belum(angka.get(kunci, ""))]
    cocok = _KALIMAT.fullmatch(bagian)
    if belum and cocok:
        butir, ujung = cocok.groups()
        return f"{butir or ''}{kalimat(belum, angka)}{ujung}"
    return _RUJUKAN.sub(lambda m: angka.get(m[1], m[0]), bagian)


def blok(teks: str) -> tuple[Blok, ...]:
    """Paragraf, daftar bernomor dan butir menurut urutannya; paragraf berisi satu tulisan."""
    hasil: list[tuple[str, list[str]]] = []
    for bagian in re.split(r"\n\s*\n", teks.strip()):
        is_sambungan = False
        for baris in filter(None, map(str.strip, bagian.splitlines())):
            jenis, tulisan = _baris(baris)
            jenis_lalu, isi_lalu = hasil[-1] if hasil else ("", [])
            if jenis == "p" and is_sambungan:
                isi_lalu[-1] += f" {tulisan}"
            elif jenis != "p" and jenis == jenis_lalu:
                isi_lalu.append(tulisan)
            else:
                hasil.append((jenis, [tulisan]))
            is_sambungan = True
    return tuple(Blok(jenis=jenis, isi=tuple(isi)) for jenis, isi in hasil)


def _baris(baris: str) -> tuple[str, str]:
    """Jenis baris menurut awalannya, dan tulisannya tanpa awalan itu."""
    if _NOMOR.match(baris):
        return "ol", _NOMOR.sub("", baris)
    if baris.startswith("- "):
        return "ul", baris[2:].strip()
    return "p", baris
