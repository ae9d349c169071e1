"""Poin dimensi Indeks Desa; skor dan statusnya mengikuti begitu semua dimensi terisi."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from core import audit
from core.audit import Refused
from idm import scoring
from idm.models import DimensiIndeks, IndeksDesa, Instrumen, PoinDimensi
from villages.models import Desa


def simpan_poin(
    *, desa: Desa, tahun: int, poin: Mapping[DimensiIndeks, Decimal | None], by: Any, note: str = ""
) -> IndeksDesa | None:
    """Simpan poin per dimensi (`None` mengosongkan); hasilnya `IndeksDesa`, `None` selama belum lengkap."""
    with audit.locked(desa.kabupaten_kode):
        if reason := PoinDimensi(desa=desa, tahun=tahun).lock_reason():
            raise Refused(reason)
        for dimensi, nilai in poin.items():
            _satu(desa, tahun, dimensi, nilai, by, note)
        instrumen: Instrumen = next(iter(poin)).instrumen
        return _hitung(desa, tahun, instrumen, by)


def _satu(desa: Desa, tahun: int, dimensi: DimensiIndeks, nilai: Decimal | None, by: Any, note: str) -> None:
    row = PoinDimensi.objects.filter(desa=desa, tahun=tahun, dimensi=dimensi).first()
    before = audit.values(row) if row else {}
    if nilai is None:
        if row is not None:
            changes = audit.difference(before, {})
            audit.record(by=by, action=audit.Action.DELETE, obj=row, changes=changes, note=note)
            row.delete()
        return
    row = row or PoinDimensi(desa=desa, tahun=tahun, dimensi=dimensi)
    row.poin = nilai
    row.full_clean()
    row.save()
    if changes := audit.difference(before, audit.values(row)):
        action = audit.Action.UPDATE if before else audit.Action.CREATE
        audit.record(by=by, action=action, obj=row, changes=changes, note=note)


def _hitung(desa: Desa, tahun: int, instrumen: Instrumen, by: Any) -> IndeksDesa | None:
    maksimum = {d.kode: d.maksimum for d in instrumen.dimensiindeks_set.all()}
    poin = dict(
        PoinDimensi.objects.filter(desa=desa, tahun=tahun, dimensi__instrumen=instrumen).values_list(
            "dimensi__kode", "poin"
        )
    )
    skor = scoring.skor_dimensi(poin, maksimum)
    row = IndeksDesa.objects.filter(desa=desa, tahun=tahun).first()
    before = audit.values(row) if row else {}
    if skor is None:
        if row is not None:
            changes = audit.difference(before, {})
            note = "Poinnya belum lengkap."
            audit.record(by=by, action=audit.Action.DELETE, obj=row, changes=changes, note=note)
            row.delete()
        return None
    row = row or IndeksDesa(desa=desa, tahun=tahun)
    row.instrumen, row.skor = instrumen, skor
    row.status = scoring.status(skor, instrumen.ambang()).value
    row.save()
    if changes := audit.difference(before, audit.values(row)):
        action = audit.Action.UPDATE if before else audit.Action.CREATE
        audit.record(by=by, action=action, obj=row, changes=changes, note="Dihitung dari poin dimensi.")
    return row
