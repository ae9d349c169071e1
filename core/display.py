"""Satu baris data menjadi pasangan label dan tulisan untuk halaman rincian."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import models
from django.utils import timezone

from core.angka import format_angka
from core.periode import tanggal_panjang

KOSONG = "—"
HIDDEN = {"id", "kabupaten", "password", "kode_verifikasi", "berkas"}


@dataclass(frozen=True)
class Item:
    """`url` kosong bila tidak ada halaman untuk isinya."""

    label: str
    text: str
    url: str = ""
    is_number: bool = False


def text_of(value: Any, *, is_year: bool = False) -> str:
    """Tulisan Indonesia untuk nilai apa pun dari basis data."""
    if value is None or value == "":
        return KOSONG
    if isinstance(value, bool):
        return "Ya" if value else "Tidak"
    if isinstance(value, int | Decimal) and not is_year:
        text = format_angka(value)
        return text.rstrip("0").rstrip(",") if "," in text else text
    if isinstance(value, datetime):
        local = timezone.localtime(value)
        return f"{tanggal_panjang(local)} {local:%H.%M}"
    return tanggal_panjang(value) if isinstance(value, date) else str(value)


def items(obj: models.Model, *, masked: frozenset[str] = frozenset()) -> list[Item]:
    """Semua kolom `obj` kecuali yang tersembunyi; kolom `masked` ditutup."""
    return [_item(obj, field, field.name in masked) for field in obj._meta.concrete_fields if field.name not in HIDDEN]


def _item(obj: models.Model, field: Any, is_masked: bool) -> Item:
    label = str(field.verbose_name)
    label = label[:1].upper() + label[1:]
    value = getattr(obj, field.name)
    if is_masked and value:
        return Item(label, f"••••{str(value)[-2:]}")
    if field.is_relation:
        return Item(label, text_of(value), value.get_absolute_url() if value else "")
    if field.choices:
        return Item(label, getattr(obj, f"get_{field.name}_display")() or KOSONG)
    is_year = field.name.startswith("tahun")
    is_number = isinstance(value, int | Decimal) and not isinstance(value, bool) and not is_year
    return Item(label, text_of(value, is_year=is_year), is_number=is_number)
