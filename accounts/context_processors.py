from typing import Any

from django.http import HttpRequest
from django.utils import timezone

TAHUN_LALU = 6
TAHUN_DEPAN = 2


def tahun_kerja(request: HttpRequest) -> dict[str, Any]:
    """Tahun kerja dan pilihan tahun untuk menu; tahun kalender selalu ada."""
    tahun = getattr(request, "tahun", None)
    if tahun is None:
        return {}
    sekitar = range(tahun - TAHUN_LALU, tahun + TAHUN_DEPAN + 1)
    kini = timezone.localdate().year
    return {"tahun": tahun, "pilihan_tahun": sorted({*sekitar, kini})}
