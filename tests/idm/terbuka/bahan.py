"""Alamat layanan, galat resminya, dan satu baris hasil."""

from typing import Any

from idm.models import IdmDesa

GALAT = b'{"status":400,"error":true,"message":"ID Desa tidak ditemukan"}'


def alamat(kode: str, tahun: Any = 2024) -> str:
    return f"/open/api/desa/rumusan/{kode}/{tahun}"


def baris(tahun: int = 2024) -> IdmDesa:
    return IdmDesa.objects.filter(tahun=tahun).select_related("desa").order_by("desa__kode").first()
