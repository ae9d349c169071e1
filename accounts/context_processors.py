from typing import Any

from django.http import HttpRequest
from django.utils import timezone

YEARS_BACK, YEARS_AHEAD = 6, 2


def tahun_kerja(request: HttpRequest) -> dict[str, Any]:
    """Tahun kerja dan pilihan tahun untuk menu; tahun kalender selalu ada."""
    tahun = getattr(request, "tahun", None)
    if tahun is None:
        return {}
    sekitar = range(tahun - YEARS_BACK, tahun + YEARS_AHEAD + 1)
    kini = timezone.localdate().year
    return {"tahun": tahun, "pilihan_tahun": sorted({*sekitar, kini})}
