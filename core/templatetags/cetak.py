"""Penyaring untuk naskah cetak."""

import re

from django import template
from django.template.defaultfilters import stringfilter
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

_ANGKA = re.compile(r"Rp [0-9](?:[0-9.,]*[0-9])?|[0-9][0-9.,]* %")


@register.filter
def rekat(teks: str) -> SafeString:
    """Uang dan persen tidak terbelah di ujung baris; hurufnya tidak berubah."""
    aman = str(conditional_escape(teks))
    berekat = _ANGKA.sub(r'<span class="rekat">\g<0></span>', aman)
    return mark_safe(berekat)  # yang disisipkan hanya bungkusnya


@register.filter(is_safe=True)
@stringfilter
def pangkas(teks: str) -> str:
    """Tanpa spasi di tepi; spasi di ujung judul merusak titik-titik daftar isi."""
    return teks.strip()
