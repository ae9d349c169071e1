"""Skema JSON dari dataclass bertipe, dan bentuk galat yang sama pada semua layanan bagi mesin."""

from dataclasses import is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from types import NoneType
from typing import Annotated, Any, get_args, get_origin, get_type_hints

Skema = dict[str, Any]
Tipe = Any  # `str`, `Decimal | None`, `tuple[X, ...]`, dataclass, StrEnum, atau Annotated-nya

BATAS, JENDELA = 60, 60  # permintaan per alamat tiap sekian detik
POLOS: dict[Tipe, Skema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    Decimal: {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$"},
    date: {"type": "string", "format": "date"},
    datetime: {"type": "string", "format": "date-time"},
}
KOSONG: Skema = {"type": "null"}


def rujukan(nama: str) -> Skema:
    """Skema bernama di dokumen yang sama."""
    return {"$ref": f"#/components/schemas/{nama}"}


def objek(isi: Skema) -> Skema:
    """Semua kolomnya selalu ada."""
    return {"type": "object", "properties": isi, "required": list(isi)}


def galat(status: int, pesan: str) -> Skema:
    """Isi jawaban galat, sebentuk dengan layanan rumusan Kemendesa."""
    return {"status": status, "error": True, "message": pesan}


def bentuk_galat() -> Skema:
    """Skema jawaban galat."""
    kolom = {"status": {"type": "integer"}, "error": {"const": True}, "message": {"type": "string"}}
    return objek(kolom)


def skema(tipe: Tipe) -> Skema:
    """Skema satu tipe; dataclass dirujuk menurut namanya. `KeyError` bila tipenya tidak dikenal."""
    pilihan = get_args(tipe)
    asal: Tipe = get_origin(tipe)
    if asal is Annotated:
        isi, arti = pilihan
        return skema(isi) | {"description": arti}
    if NoneType in pilihan:
        terisi = [satu for satu in pilihan if satu is not NoneType]
        return {"anyOf": [skema(terisi[0]), KOSONG]}
    if asal is tuple:
        return {"type": "array", "items": skema(pilihan[0])}
    if is_dataclass(tipe):
        return rujukan(_nama(tipe))
    if issubclass(tipe, StrEnum):
        return {"type": "string", "enum": [satu.value for satu in tipe]}
    return POLOS[tipe]


def bernama(tipe: Tipe) -> dict[str, Skema]:
    """Nama → bentuk dataclass itu dan semua dataclass di dalamnya."""
    if not is_dataclass(tipe):
        semua: dict[str, Skema] = {}
        for bagian in get_args(tipe):
            semua |= bernama(bagian)
        return semua
    kolom = {}
    dirujuk: dict[str, Skema] = {}
    for nama, milik in get_type_hints(tipe, include_extras=True).items():
        kolom[nama] = skema(milik)
        dirujuk |= bernama(milik)
    return {_nama(tipe): objek(kolom)} | dirujuk


def _nama(tipe: Tipe) -> str:
    nama: str = tipe.__name__
    return nama
