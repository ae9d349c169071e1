"""Skema JSON dari tipe, dan dataclass bersarang menurut namanya."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

import pytest

from core.skema import bernama, galat, rujukan, skema


class Warna(StrEnum):
    MERAH = "merah"


@dataclass(frozen=True)
class Dalam:
    nilai: Annotated[Decimal | None, "Angkanya."]


@dataclass(frozen=True)
class Luar:
    nama: str
    isi: tuple[Dalam, ...]
    lain: Dalam | None


DESIMAL = {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$"}


@pytest.mark.parametrize(
    ("tipe", "harapan"),
    [
        (str, {"type": "string"}),
        (Decimal, DESIMAL),
        (Warna, {"type": "string", "enum": ["merah"]}),
        (int | None, {"anyOf": [{"type": "integer"}, {"type": "null"}]}),
        (tuple[bool, ...], {"type": "array", "items": {"type": "boolean"}}),
        (Annotated[int, "Banyaknya."], {"type": "integer", "description": "Banyaknya."}),
        (Dalam, rujukan("Dalam")),
    ],
)
def test_tipe(tipe: object, harapan: object) -> None:
    assert skema(tipe) == harapan


def test_tipe_asing_ditolak() -> None:
    with pytest.raises(KeyError):
        skema(bytes)


def test_bersarang() -> None:
    semua = bernama(Luar)
    assert list(semua) == ["Luar", "Dalam"]
    assert semua["Luar"]["required"] == ["nama", "isi", "lain"]
    assert semua["Luar"]["properties"]["isi"]["items"] == rujukan("Dalam")
    nilai = semua["Dalam"]["properties"]["nilai"]
    assert nilai == {"anyOf": [DESIMAL, {"type": "null"}], "description": "Angkanya."}


def test_galat() -> None:
    assert galat(404, "Tidak ada.") == {"status": 404, "error": True, "message": "Tidak ada."}
