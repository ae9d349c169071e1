"""Penyaring templat: angka, uang, persen dan tanggal cara Indonesia."""

import datetime
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any

from django import template

from core import angka as _angka
from core.daerah import SebutanWilayah
from core.display import KOSONG, Change, readable_changes, tulisan_dari
from core.periode import tanggal_panjang

register = template.Library()


@register.filter
def setempat(teks: Any, wilayah: SebutanWilayah | str) -> str:
    """Label dengan sebutan kecamatan dan desa daerah itu; tanpa sebutan seperti semula."""
    if isinstance(wilayah, SebutanWilayah):
        return wilayah.label(str(teks))
    return str(teks)


def _decimal(nilai: Any) -> Decimal | None:
    """`None` bila bukan angka."""
    if nilai in (None, ""):
        return None
    try:
        return Decimal(str(nilai))
    except InvalidOperation:
        return None


def _atau_kosong(nilai: Any, write: Callable[[Decimal], str]) -> str:
    """Yang bukan angka menjadi tanda pisah."""
    bilangan = _decimal(nilai)
    if bilangan is None:
        return KOSONG
    return write(bilangan)


@register.filter
def angka(nilai: Any, desimal: int | None = None) -> str:
    """`1234.5` menjadi `1.234,5`; yang bukan angka dibiarkan, yang kosong menjadi tanda pisah."""
    bilangan = _decimal(nilai)
    if bilangan is None:
        if nilai:
            return str(nilai)
        return KOSONG
    return _angka.format_angka(bilangan, desimal)


@register.filter
def ringkas(nilai: Any) -> str:
    """Tanpa nol di ekornya: `84,0000` menjadi `84`; yang kosong menjadi tanda pisah."""
    return _atau_kosong(nilai, _angka.ringkas)


@register.filter
def tanda(nilai: Any, desimal: int | None = None) -> str:
    """Perubahan dengan tandanya: `+0,0123`; yang nol tanpa tanda, yang kosong tanda pisah."""
    bilangan = _decimal(nilai)
    tulisan = angka(bilangan, desimal)
    if bilangan and bilangan > 0:
        return f"+{tulisan}"
    return tulisan


@register.filter
def rupiah(nilai: Any) -> str:
    """Rupiah penuh; yang bukan angka menjadi tanda pisah."""
    return _atau_kosong(nilai, _angka.rupiah)


@register.filter
def persen(nilai: Any) -> str:
    return _atau_kosong(nilai, _angka.persen)


@register.filter
def tanggal(nilai: Any) -> str:
    """Tanggal panjang, dari `date` atau tulisan ISO."""
    if isinstance(nilai, str) and nilai:
        nilai = datetime.date.fromisoformat(nilai[:10])
    if isinstance(nilai, datetime.date):
        return tanggal_panjang(nilai)
    return KOSONG


@register.filter
def waktu(nilai: Any) -> str:
    """Tanggal dan jam setempat."""
    return tulisan_dari(nilai)


@register.filter
def perubahan(event: Any) -> list[Change]:
    """Kolom yang berubah pada satu kejadian audit, siap baca."""
    return readable_changes(event.model, event.changes)


@register.filter
def get(mapping: Any, kunci: Any) -> Any:
    """Isi `mapping[kunci]`; kosong bila tidak ada."""
    if hasattr(mapping, "get"):
        return mapping.get(kunci, "")
    return ""


@register.filter
def slug_status(nilai: Any) -> str:
    """Nama kelas CSS untuk status."""
    return str(nilai).replace(" ", "-").lower()


@register.simple_tag(takes_context=True)
def query(context: Any, **changes: Any) -> str:
    """Kueri halaman kini dengan `changes`; nilai kosong dihapus."""
    params = context["request"].GET.copy()
    for kunci, nilai in changes.items():
        if nilai in (None, ""):
            params.pop(kunci, None)
        else:
            params[kunci] = nilai
    if params:
        return f"?{params.urlencode()}"
    return "?"
