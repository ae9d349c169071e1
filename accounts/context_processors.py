from typing import Any

from django.http import HttpRequest

YEARS_BACK, YEARS_AHEAD = 6, 2


def tahun_kerja(request: HttpRequest) -> dict[str, Any]:
    """Tahun kerja dan pilihan tahun untuk menu."""
    tahun = getattr(request, "tahun", None)
    if tahun is None:
        return {}
    return {"tahun": tahun, "pilihan_tahun": range(tahun - YEARS_BACK, tahun + YEARS_AHEAD + 1)}
