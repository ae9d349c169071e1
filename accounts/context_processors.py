from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from core.daerah import UMUM

TAHUN_LALU = 6
TAHUN_DEPAN = 2


def wilayah(request: HttpRequest) -> dict[str, Any]:
    """Sebutan kecamatan dan desa di daerah pengguna; yang umum bagi yang tanpa daerah."""
    user: Any = getattr(request, "user", None)
    kabupaten = getattr(user, "kabupaten", None)
    return {"wilayah": kabupaten.wilayah if kabupaten else UMUM}


def tahun_kerja(request: HttpRequest) -> dict[str, Any]:
    """Tahun halamannya; tahun kerja dan pilihannya untuk menu, tahun kalender selalu ada."""
    kerja = getattr(request, "tahun_kerja", None)
    if kerja is None:
        return {}
    sekitar = range(kerja - TAHUN_LALU, kerja + TAHUN_DEPAN + 1)
    kini = timezone.localdate().year
    pilihan = sorted({*sekitar, kini})
    tahun: int = request.tahun  # type: ignore[attr-defined]
    return {"tahun": tahun, "tahun_kerja": kerja, "pilihan_tahun": pilihan}
