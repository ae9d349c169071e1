"""Poin dimensi Indeks Desa; skor dan statusnya mengikuti begitu semua dimensi terisi."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from core import audit, door
from idm import scoring
from idm.models import DimensiIndeks, IndeksDesa, Instrumen, PoinDimensi
from villages.models import Desa


def simpan_poin(
    *, desa: Desa, tahun: int, poin: Mapping[DimensiIndeks, Decimal | None], by: Any, note: str = ""
) -> IndeksDesa | None:
    """Simpan poin per dimensi (`None` mengosongkan); hasilnya `IndeksDesa`, `None` selama belum lengkap."""
    with audit.locked(desa.kabupaten_kode):
        for dimensi, nilai in poin.items():
            _satu(desa, tahun, dimensi, nilai, by, note)
        instrumen: Instrumen = next(iter(poin)).instrumen
        return _hitung(desa, tahun, instrumen, by)


def _satu(desa: Desa, tahun: int, dimensi: DimensiIndeks, nilai: Decimal | None, by: Any, note: str) -> None:
    row = PoinDimensi.objects.filter(desa=desa, tahun=tahun, dimensi=dimensi).first()
    if nilai is not None:
        row = row or PoinDimensi(desa=desa, tahun=tahun, dimensi=dimensi)
        row.poin = nilai
        door.save(row, by=by, note=note)
    elif row is not None:
        door.delete(row, by=by, note=note)


def _hitung(desa: Desa, tahun: int, instrumen: Instrumen, by: Any) -> IndeksDesa | None:
    maksimum = {d.kode: d.maksimum for d in instrumen.dimensiindeks_set.all()}
    poin = dict(
        PoinDimensi.objects.filter(desa=desa, tahun=tahun, dimensi__instrumen=instrumen).values_list(
            "dimensi__kode", "poin"
        )
    )
    skor = scoring.skor_dimensi(poin, maksimum)
    row = IndeksDesa.objects.filter(desa=desa, tahun=tahun).first()
    if skor is None:
        if row is not None:
            door.delete(row, by=by, note="Poinnya belum lengkap.")
        return None
    row = row or IndeksDesa(desa=desa, tahun=tahun)
    row.instrumen, row.skor = instrumen, skor
    row.status = scoring.status(skor, instrumen.ambang()).value
    door.save(row, by=by, note="Dihitung dari poin dimensi.")
    return row
