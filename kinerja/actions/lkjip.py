"""Membuka LKjIP baru beserta naskah awalnya."""

import datetime
from typing import Any

from accounts.models import Kabupaten
from core import audit
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
    """LKjIP draf; tiap bagian disalin dari naskah baku. `IntegrityError` bila tahunnya sudah ada."""
    with audit.locked(kabupaten.kode):
        lkjip = Lkjip.objects.create(
            kabupaten=kabupaten, tahun=tahun, nomor=nomor, tanggal=tanggal, menggantikan=menggantikan
        )
        BagianLkjip.objects.bulk_create(
            BagianLkjip(lkjip=lkjip, kode=n.kode, urutan=n.urutan, judul=n.judul, isi=n.isi)
            for n in NaskahBaku.objects.all()
        )
        changes = audit.difference({}, audit.values(lkjip))
        audit.record(by=by, action=audit.Action.CREATE, obj=lkjip, changes=changes, token=token)
    return lkjip
