"""Membuka LKjIP baru beserta naskah awalnya."""

import datetime
from typing import Any

from accounts.models import Kabupaten
from core import audit, door
from kinerja.models import BagianLkjip, Lkjip, NaskahBaku


def create_lkjip(
    *,
    kabupaten: Kabupaten,
    tahun: int,
    by: Any,
    nomor: str = "",
    tanggal: datetime.date | None = None,
    menggantikan: Lkjip | None = None,
    token: str | None = None,
) -> Lkjip:
    """LKjIP draf; tiap bagian disalin dari naskah baku. `door.Invalid` bila tahunnya sudah ada."""
    with audit.locked(kabupaten.kode):
        lkjip = Lkjip(kabupaten=kabupaten, tahun=tahun, nomor=nomor, tanggal=tanggal, menggantikan=menggantikan)
        door.save(lkjip, by=by, token=token)
        bagian = [
            BagianLkjip(lkjip=lkjip, kode=n.kode, urutan=n.urutan, judul=n.judul, isi=n.isi)
            for n in NaskahBaku.objects.all()
        ]
        door.save_all(bagian, by=by, target=lkjip, note="Naskah awal dari naskah baku.")
    return lkjip
