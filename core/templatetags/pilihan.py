"""Isi daftar pilihan formulir."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import template
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()
Pilihan = Iterable[Mapping[str, Any]]  # dari `ChoiceWidget.create_option`
Kelompok = Iterable[tuple[str | None, Pilihan, int]]  # dari `ChoiceWidget.optgroups`
SATU = '\n  <option value="{}"{}>{}</option>'


@register.filter
def pilihan(semua: Kelompok) -> SafeString:
    """Semua pilihan sekaligus; satu templat tiap pilihan lama bila desanya ratusan."""
    tulisan = SafeString()
    for nama, isi, _ in semua:
        baris = format_html_join("", SATU, map(_satu, isi))
        if nama:
            baris = format_html('\n  <optgroup label="{}">{}\n  </optgroup>', nama, baris)
        tulisan += baris
    return tulisan


def _satu(satu: Mapping[str, Any]) -> tuple[Any, SafeString, Any]:
    return satu["value"], flatatt(satu["attrs"]), satu["label"]
