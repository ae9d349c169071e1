"""Batas desa dari GeoJSON: poligon dikenali dari kode desa pada sifat-sifatnya.

Semua masalah disebut sekaligus.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from core.angka import format_angka
from core.peta import ke_bulat
from documents.pembaca import LembarRefused

TITIK_TERBANYAK = 400_000
KELILING = ("Polygon", "MultiPolygon")
TANPA_UNSUR = "Berkas GeoJSON harus berisi FeatureCollection dengan sedikitnya satu unsur."
Cincin = list[list[tuple[int, int]]]


class _Masalah(Exception):
    """Satu unsur yang tidak dapat dipakai, dengan sebabnya."""


@dataclass
class Batas:
    """Cincin per kode desa bertitik, dan kalimat masalahnya."""

    cincin: dict[str, Cincin] = field(default_factory=dict)
    masalah: list[str] = field(default_factory=list)
    titik: int = 0


def baca(data: bytes, kode: Mapping[str, str]) -> Batas:
    """Isi GeoJSON; `kode` dari tulisan kode ke kode bertitik.

    `LembarRefused` bila bukan GeoJSON.
    """
    hasil = Batas()
    for nomor, satu in enumerate(_semua_unsur(data), start=1):
        try:
            ketemu = _kode(satu, kode, hasil)
            hasil.cincin[ketemu] = _bentuk(satu, ketemu)
        except _Masalah as masalah:
            hasil.masalah.append(f"Unsur ke-{nomor}{masalah}")
            continue
        hasil.titik += sum(map(len, hasil.cincin[ketemu]))
        if hasil.titik > TITIK_TERBANYAK:
            terbanyak = format_angka(TITIK_TERBANYAK)
            raise LembarRefused(f"Batas memuat lebih dari {terbanyak} titik; sederhanakan dulu.")
    return hasil


def _semua_unsur(data: bytes) -> list[Any]:
    try:
        isi = json.loads(data, parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        raise LembarRefused("Berkas bukan GeoJSON yang dapat dibaca.") from error
    is_kumpulan = isinstance(isi, dict) and isi.get("type") == "FeatureCollection"
    unsur = isi.get("features") if is_kumpulan else None
    if not isinstance(unsur, list) or not unsur:
        raise LembarRefused(TANPA_UNSUR)
    return unsur


def _kode(satu: Any, kode: Mapping[str, str], hasil: Batas) -> str:
    """Kode desa pada salah satu sifatnya; `_Masalah` bila tidak ada atau sudah dibaca."""
    sifat = satu.get("properties") if isinstance(satu, dict) else None
    nilai = sifat.values() if isinstance(sifat, dict) else ()
    tulisan = [str(satu).strip() for satu in nilai]
    ketemu = next((kode[satu] for satu in tulisan if satu in kode), None)
    if ketemu is None:
        raise _Masalah(": tidak memuat kode desa kabupaten ini.")
    if ketemu in hasil.cincin:
        raise _Masalah(f": batas {ketemu} sudah ada pada unsur sebelumnya.")
    return ketemu


def _bentuk(satu: Any, kode: str) -> Cincin:
    """Cincin poligonnya; `_Masalah` bila bentuknya lain atau koordinatnya rusak."""
    bentuk = satu.get("geometry")
    jenis = bentuk.get("type") if isinstance(bentuk, dict) else None
    if jenis not in KELILING:
        raise _Masalah(f" ({kode}): bentuknya {jenis or 'kosong'}; harus poligon.")
    try:
        koordinat = bentuk["coordinates"]
        return _cincin([koordinat] if jenis == "Polygon" else koordinat)
    except (KeyError, TypeError, ValueError, ArithmeticError) as error:
        raise _Masalah(f" ({kode}): koordinatnya tidak dapat dibaca.") from error


def _cincin(poligon: Any) -> Cincin:
    """Semua cincin semua poligon; `ValueError` bila tidak satu pun."""
    hasil = [list(_titik(cincin)) for satu in poligon for cincin in satu]
    if not hasil:
        raise ValueError
    return hasil


def _titik(cincin: Any) -> Iterator[tuple[int, int]]:
    """Koordinat bulat; yang bukan derajat menimbulkan `ValueError`."""
    if len(cincin) < 4:
        raise ValueError
    for bujur, lintang, *_ in cincin:
        x, y = Decimal(bujur), Decimal(lintang)
        if not (abs(x) <= 180 and abs(y) <= 90):
            raise ValueError
        yield ke_bulat(x), ke_bulat(y)
