"""Isi daftar pilihan formulir."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import template
from django.forms.utils import flatatt
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()
Pilihan = Iterable[Mapping[str, Any]]  # dari `ChoiceWidget.create_option`
Kelompok = Iterable[tuple[str | None, Pilihan, int]]  # dari `ChoiceWidget.optgroups`


@register.filter
def pilihan(semua: Kelompok) -> SafeString:
    """Semua pilihan sekaligus; satu templat tiap pilihan lama bila desanya ratusan."""
    tulisan = ""
    for nama, isi, _ in semua:
        semua_baris = map(_satu, isi)
        baris = "".join(semua_baris)
        if nama:
            sebutan = conditional_escape(nama)
            baris = f'\n  <optgroup label="{sebutan}">{baris}\n  </optgroup>'
        tulisan += baris
    return mark_safe(tulisan)  # tiap pilihannya sudah diloloskan


def _satu(satu: Mapping[str, Any]) -> SafeString:
    isi = (satu["value"], flatatt(satu["attrs"]), satu["label"])
    return format_html('\n  <option value="{}"{}>{}</option>', *isi)
