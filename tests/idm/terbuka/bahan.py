"""Alamat layanan, galat resminya, dan satu baris hasil."""

import json
from typing import Any

from idm.models import IdmDesa

GALAT = b'{"status":400,"error":true,"message":"ID Desa tidak ditemukan"}'


def sebab(jawaban: Any) -> str:
    """Sebab sesudah pesan resminya pada galat sebentuk galat resmi."""
    resmi = json.loads(GALAT)
    isi = jawaban.json()
    assert (jawaban.status_code, list(isi)) == (400, list(resmi))
    assert (isi["status"], isi["error"]) == (400, True)
    awal, _, akhir = isi["message"].partition(": ")
    assert awal == resmi["message"]
    return str(akhir)


def alamat(kode: str, tahun: Any = 2024) -> str:
    return f"/open/api/desa/rumusan/{kode}/{tahun}"


def baris(tahun: int = 2024) -> IdmDesa:
    return IdmDesa.objects.filter(tahun=tahun).select_related("desa").order_by("desa__kode").first()
