"""Anggaran dan realisasi satu rekening desa disimpan, atau dihapus bila keduanya dikosongkan."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from core import door
from villages.models import AnggaranDesa


def store_anggaran(
    *,
    row: AnggaranDesa,
    nilai: Mapping[str, Decimal | None],
    by: Any,
    note: str = "",
) -> None:
    """`nilai` rupiah menurut kolomnya: anggaran, realisasi; `None` belum diketahui.

    `ValidationError` bila negatif, `Refused` bila tahunnya terkunci.
    """
    for kolom, rupiah in nilai.items():
        setattr(row, kolom, rupiah)
    if row.anggaran is not None or row.realisasi is not None:
        door.save(row, by=by, note=note)
    elif row.pk:
        door.delete(row, by=by, note=note)
