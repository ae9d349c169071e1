"""Penyaring untuk naskah cetak."""

import re

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe

from core.sanitize import sanitize

register = template.Library()

_ANGKA = re.compile(r"Rp [0-9](?:[0-9.,]*[0-9])?|[0-9][0-9.,]* %")


@register.filter
def naskah(html: str) -> SafeString:
    """Naskah yang ditulis orang, dibersihkan sekali lagi; uang dan persen tidak terbelah baris."""
    berekat = _ANGKA.sub(r'<span class="rekat">\g<0></span>', sanitize(html))
    return mark_safe(berekat)  # sudah dibersihkan; yang disisipkan hanya bungkusnya


@register.simple_tag
def alamat_luar(nama: str, **isian: str) -> str:
    """Alamat penuh satu halaman, untuk dibuka dari PDF di luar situs ini."""
    jalan = reverse(nama)
    kueri = urlencode(isian)
    return f"{settings.SITE_URL}{jalan}?{kueri}"
