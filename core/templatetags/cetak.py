"""Penyaring untuk naskah cetak."""

import re

from django import template
from django.utils.safestring import SafeString, mark_safe

from core.display import alamat_luar
from core.sanitize import sanitize

register = template.Library()
register.simple_tag(alamat_luar)

_ANGKA = re.compile(r"Rp [0-9](?:[0-9.,]*[0-9])?|[0-9][0-9.,]* %")


@register.filter
def naskah(html: str) -> SafeString:
    """Naskah yang ditulis orang, dibersihkan sekali lagi; uang dan persen tidak terbelah baris."""
    berekat = _ANGKA.sub(r'<span class="rekat">\g<0></span>', sanitize(html))
    return mark_safe(berekat)  # sudah dibersihkan; yang disisipkan hanya bungkusnya
