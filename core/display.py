"""Satu baris data, atau satu perubahannya, menjadi label dan tulisan untuk halaman."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils import timezone

from core.angka import ringkas
from core.periode import tanggal_panjang

KOSONG = "—"
HIDDEN = {"id", "kabupaten", "password", "kode_verifikasi", "berkas", "semula"}


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
        return ringkas(value)
    if isinstance(value, datetime):
        local = timezone.localtime(value)
        return f"{tanggal_panjang(local)} {local:%H.%M}"
    if isinstance(value, date):
        return tanggal_panjang(value)
    return str(value)


def items(obj: models.Model, *, masked: frozenset[str] = frozenset()) -> list[Item]:
    """Semua kolom `obj` kecuali yang tersembunyi; kolom `masked` ditutup."""
    shown = [field for field in obj._meta.concrete_fields if field.name not in HIDDEN]
    return [_item(obj, field, field.name in masked) for field in shown]


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


@dataclass(frozen=True)
class Change:
    """Satu kolom yang berubah, dengan nama kolom dan isi sebagaimana dibaca orang."""

    label: str
    before: str
    after: str


def readable_changes(model: str, changes: dict[str, list[Any]]) -> list[Change]:
    """Perubahan pada jejak audit: nama kolom, pilihan, kunci tamu dan angka ditulis dengan kata.

    `model` berlabel `app.Model`; kolom atau model yang sudah tiada ditulis sebagaimana tercatat.
    """
    try:
        meta = apps.get_model(model)._meta
    except (LookupError, ValueError):
        return [Change(name, *map(text_of, pair)) for name, pair in changes.items()]
    return [_change(meta, name, pair) for name, pair in changes.items()]


def _change(meta: Any, name: str, pair: list[Any]) -> Change:
    try:
        field = meta.get_field(name)
    except FieldDoesNotExist:
        return Change(name, *map(text_of, pair))
    label = str(field.verbose_name)
    before, after = (_recorded(field, value) for value in pair)
    return Change(label[:1].upper() + label[1:], before, after)


def _recorded(field: Any, value: Any) -> str:
    """Isi tercatat (selalu teks) sebagai tulisan menurut jenis kolomnya."""
    if value in (None, ""):
        return KOSONG
    if field.is_relation:
        row = field.related_model._base_manager.filter(pk=value).first()
        return str(row) if row else f"#{value} (sudah dihapus)"
    if field.choices:
        return str({str(key): label for key, label in field.flatchoices}.get(str(value), value))
    try:
        return text_of(_typed(field, str(value)), is_year=field.name.startswith("tahun"))
    except (InvalidOperation, ValueError):
        return str(value)


def _typed(field: Any, text: str) -> Any:
    """Nilai menurut jenis kolom dari tulisan di jejak audit."""
    if isinstance(field, models.BooleanField):
        return text == "True"
    if isinstance(field, models.DateTimeField):
        return datetime.fromisoformat(text)
    if isinstance(field, models.DateField):
        return date.fromisoformat(text)
    if isinstance(field, models.DecimalField | models.IntegerField):
        return Decimal(text)
    return text
