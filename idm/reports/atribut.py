"""Status IDM dan Indeks Desa sebagai sifat desa yang dapat dipetakan."""

from functools import partial
from typing import Any

from accounts.models import Kabupaten
from core.grafik.desa import STATUS
from idm.models import IdmDesa, IndeksDesa
from villages.atribut import Atribut

WARNA = {satu.nama: satu.warna for satu in STATUS.values()}


def status(model: Any, kabupaten: Kabupaten, tahun: int) -> dict[int, str]:
    """Status tiap desa menurut nomornya."""
    rows = model.objects.filter(desa__kecamatan__kabupaten=kabupaten, tahun=tahun)
    hasil = {}
    for pk, status in rows.values_list("desa", "status"):
        hasil[pk] = status.title()
    return hasil


status_idm = partial(status, IdmDesa)
status_indeks_desa = partial(status, IndeksDesa)
ATRIBUT = (
    Atribut("idm", "Status IDM", WARNA, status_idm),
    Atribut("indeks_desa", "Status Indeks Desa", WARNA, status_indeks_desa),
)
