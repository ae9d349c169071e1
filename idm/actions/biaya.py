"""Perkiraan biaya tiap langkah menurut kabupaten."""

from collections.abc import Mapping
from typing import Any

from accounts.models import Kabupaten
from core import audit
from idm.models import BiayaLangkah, IndikatorIdm


def simpan_biaya(
    *, kabupaten: Kabupaten, indikator: IndikatorIdm, biaya: Mapping[int, int | None], by: Any, note: str = ""
) -> None:
    """Simpan rupiah per skor tujuan; `None` berarti belum diketahui lalu barisnya dihapus."""
    with audit.locked(kabupaten.kode):
        for skor, rupiah in biaya.items():
            row = BiayaLangkah.objects.filter(kabupaten=kabupaten, indikator=indikator, skor=skor).first()
            before = audit.values(row) if row else {}
            if rupiah is None:
                if row is not None:
                    changes = audit.difference(before, {})
                    audit.record(by=by, action=audit.Action.DELETE, obj=row, changes=changes, note=note)
                    row.delete()
                continue
            row = row or BiayaLangkah(kabupaten=kabupaten, indikator=indikator, skor=skor)
            row.biaya_rupiah = rupiah
            row.save()
            if changes := audit.difference(before, audit.values(row)):
                action = audit.Action.UPDATE if before else audit.Action.CREATE
                audit.record(by=by, action=action, obj=row, changes=changes, note=note)
