"""Penyaring templat: angka, uang, persen dan tanggal cara Indonesia."""

import datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from django import template

from core import angka as _angka
from core.display import KOSONG, Change, readable_changes, text_of
from core.periode import tanggal_panjang

register = template.Library()


def _decimal(value: Any) -> Decimal | None:
    """`None` bila bukan angka."""
    if value in (None, ""):
        return None
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return None


@register.filter
def angka(value: Any, desimal: int | None = None) -> str:
    """`1234.5` menjadi `1.234,5`; yang bukan angka dibiarkan, yang kosong menjadi tanda pisah."""
    number = _decimal(value)
    if number is None:
        if value:
            return str(value)
        return KOSONG
    return _angka.format_angka(number, desimal)


@register.filter
def tanda(value: Any, desimal: int | None = None) -> str:
    """Perubahan dengan tandanya: `+0,0123`; yang nol tanpa tanda, yang kosong tanda pisah."""
    number = _decimal(value)
    tulisan = angka(number, desimal)
    if number and number > 0:
        return f"+{tulisan}"
    return tulisan


@register.filter
def rupiah(value: Any) -> str:
    """Rupiah penuh; yang bukan angka menjadi tanda pisah."""
    number = _decimal(value)
    if number is None:
        return KOSONG
    return _angka.rupiah(number)


@register.filter
def persen(value: Any) -> str:
    number = _decimal(value)
    if number is None:
        return KOSONG
    return _angka.persen(number)


@register.filter
def tanggal(value: Any) -> str:
    """Tanggal panjang, dari `date` atau tulisan ISO."""
    if isinstance(value, str) and value:
        value = datetime.date.fromisoformat(value[:10])
    if isinstance(value, datetime.date):
        return tanggal_panjang(value)
    return KOSONG


@register.filter
def waktu(value: Any) -> str:
    """Tanggal dan jam setempat."""
    return text_of(value)


@register.filter
def perubahan(event: Any) -> list[Change]:
    """Kolom yang berubah pada satu kejadian audit, siap baca."""
    return readable_changes(event.model, event.changes)


@register.filter
def get(mapping: Any, key: Any) -> Any:
    """Isi `mapping[key]`; kosong bila tidak ada."""
    if hasattr(mapping, "get"):
        return mapping.get(key, "")
    return ""


@register.filter
def slug_status(value: Any) -> str:
    """Nama kelas CSS untuk status."""
    return str(value).replace(" ", "-").lower()


@register.simple_tag(takes_context=True)
def query(context: Any, **changes: Any) -> str:
    """Kueri halaman kini dengan `changes`; nilai kosong dihapus."""
    params = context["request"].GET.copy()
    for key, value in changes.items():
        if value in (None, ""):
            params.pop(key, None)
        else:
            params[key] = value
    if params:
        return f"?{params.urlencode()}"
    return "?"
