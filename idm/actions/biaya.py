"""Perkiraan biaya tiap langkah menurut kabupaten."""

from collections.abc import Mapping
from typing import Any

from accounts.models import Kabupaten
from core import audit, door
from idm.models import BiayaLangkah, IndikatorIdm


def store_biaya(
    *,
    kabupaten: Kabupaten,
    indikator: IndikatorIdm,
    biaya: Mapping[int, int | None],
    by: Any,
    note: str = "",
) -> None:
    """Simpan rupiah per skor tujuan; `None` berarti belum diketahui lalu barisnya dihapus."""
    with audit.locked(kabupaten.kode):
        for skor, rupiah in biaya.items():
            row = BiayaLangkah.objects.filter(
                kabupaten=kabupaten, indikator=indikator, skor=skor
            ).first()
            if rupiah is not None:
                if row is None:
                    row = BiayaLangkah(kabupaten=kabupaten, indikator=indikator, skor=skor)
                row.biaya_rupiah = rupiah
                door.save(row, by=by, note=note)
            elif row is not None:
                door.delete(row, by=by, note=note)
