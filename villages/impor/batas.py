"""Batas desa dari GeoJSON: poligon dikenali dari kode desa pada sifat-sifatnya; semua masalah sekaligus."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from core.peta import ke_bulat
from documents.pembaca import LembarRefused

TITIK_TERBANYAK = 400_000
KELILING = ("Polygon", "MultiPolygon")


@dataclass
class Batas:
    """Cincin per kode desa bertitik, dan kalimat masalahnya."""

    cincin: dict[str, list[list[tuple[int, int]]]] = field(default_factory=dict)
    masalah: list[str] = field(default_factory=list)
    titik: int = 0


def baca(data: bytes, kode: Mapping[str, str]) -> Batas:
    """Isi GeoJSON; `kode` dari tulisan kode ke kode bertitik. `LembarRefused` bila bukan GeoJSON."""
    try:
        isi = json.loads(data, parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        raise LembarRefused("Berkas bukan GeoJSON yang dapat dibaca.") from error
    unsur = (
        isi.get("features")
        if isinstance(isi, dict) and isi.get("type") == "FeatureCollection"
        else None
    )
    if not isinstance(unsur, list) or not unsur:
        raise LembarRefused(
            "Berkas GeoJSON harus berisi FeatureCollection dengan sedikitnya satu unsur."
        )
    hasil = Batas()
    for nomor, satu in enumerate(unsur, start=1):
        _unsur(satu, nomor, kode, hasil)
    return hasil


def _unsur(satu: Any, nomor: int, kode: Mapping[str, str], hasil: Batas) -> None:
    sifat = satu.get("properties") if isinstance(satu, dict) else None
    nilai = [str(v).strip() for v in sifat.values()] if isinstance(sifat, dict) else []
    ketemu = next((kode[v] for v in nilai if v in kode), None)
    if ketemu is None:
        hasil.masalah.append(f"Unsur ke-{nomor}: tidak memuat kode desa kabupaten ini.")
        return
    if ketemu in hasil.cincin:
        hasil.masalah.append(f"Unsur ke-{nomor}: batas {ketemu} sudah ada pada unsur sebelumnya.")
        return
    bentuk = satu.get("geometry")
    jenis = bentuk.get("type") if isinstance(bentuk, dict) else None
    if jenis not in KELILING:
        hasil.masalah.append(
            f"Unsur ke-{nomor} ({ketemu}): bentuknya {jenis or 'kosong'}; harus poligon."
        )
        return
    try:
        poligon = [bentuk["coordinates"]] if jenis == "Polygon" else bentuk["coordinates"]
        hasil.cincin[ketemu] = _cincin(poligon)
    except (KeyError, TypeError, ValueError, ArithmeticError):
        hasil.masalah.append(f"Unsur ke-{nomor} ({ketemu}): koordinatnya tidak dapat dibaca.")
        return
    hasil.titik += sum(map(len, hasil.cincin[ketemu]))
    if hasil.titik > TITIK_TERBANYAK:
        raise LembarRefused(
            f"Batas memuat lebih dari {TITIK_TERBANYAK:,} titik; sederhanakan dulu.".replace(
                ",", "."
            )
        )


def _cincin(poligon: Any) -> list[list[tuple[int, int]]]:
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
