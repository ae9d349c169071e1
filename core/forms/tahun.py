"""Tahun satu halaman: yang disebut alamatnya, atau tahun kerja penggunanya."""

from django.core.exceptions import ValidationError

from core.forms.bidang import TahunField
from core.periode import TAHUN_AKHIR, TAHUN_AWAL

TAHUN = TahunField(min_value=TAHUN_AWAL, max_value=TAHUN_AKHIR)


def tahun_disebut(teks: str) -> int | None:
    """`None` bila kosong atau bukan tahun."""
    try:
        return TAHUN.clean(teks)  # type: ignore[no-any-return]
    except ValidationError:
        return None
