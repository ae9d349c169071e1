"""Kolom naskah: HTML yang dibersihkan dan dibakukan setiap kali diperiksa."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from core.sanitize import sanitize
from kinerja.aturan.teks import dari_teks, is_bertanda, rapi

TERPANJANG = 200_000  # huruf satu bagian, sesudah dibersihkan
MENTAH = 10 * TERPANJANG  # tempelan pengolah kata jauh lebih panjang daripada isinya
PUTARAN = 20
TERLALU_PANJANG = "Naskah satu bagian paling panjang 200.000 huruf. Bagi ke bagian lain."


class NaskahField(models.TextField):
    """Naskah bagian dengan rujukan angka; yang diketik tanpa tanda HTML dibaca sebagai teks."""

    def clean(self, value: Any, model_instance: models.Model | None) -> str:
        """Ditulis lewat pintu mana pun, yang tersimpan bentuk bakunya."""
        naskah = bersih(str(value or ""))
        return super().clean(naskah, model_instance)

    def deconstruct(self) -> Any:
        """Di basis data kolom teks biasa."""
        nama, _, args, kwargs = super().deconstruct()
        return nama, "django.db.models.TextField", args, kwargs


def bersih(teks: str) -> str:
    """Bentuk baku naskah yang diketik atau ditempel; `ValidationError` bila terlalu panjang."""
    if len(teks) > MENTAH:
        raise ValidationError(TERLALU_PANJANG)
    html = teks
    if not is_bertanda(teks):
        html = dari_teks(teks)
    baku = _baku(html)
    if len(baku) > TERPANJANG:
        raise ValidationError(TERLALU_PANJANG)
    return baku


def _baku(html: str) -> str:
    """Sampai tidak berubah lagi: blok di dalam unsur sebaris baru terurai pada putaran kedua."""
    for _ in range(PUTARAN):
        sesudah = rapi(sanitize(html))
        if sesudah == html:
            break
        html = sesudah
    return html
