"""Instrumen berikutnya sebagai salinan yang lama, lalu diubah seperlunya."""

from typing import Any

from core import audit
from core.audit import Refused
from idm.models import AmbangStatus, DimensiIndeks, IndikatorIdm, Instrumen, KriteriaSkor


def salin_instrumen(*, asal: Instrumen, kode: str, nama: str, regulasi: str, tahun_awal: int, by: Any) -> Instrumen:
    """Instrumen baru dengan ambang, dimensi, indikator dan kriteria yang sama; `Refused` bila kodenya sudah ada."""
    with audit.locked(""):
        if Instrumen.objects.filter(kode=kode).exists():
            raise Refused(f"Kode instrumen {kode} sudah dipakai.")
        baru: Instrumen = Instrumen.objects.create(
            kode=kode, nama=nama, regulasi=regulasi, tahun_awal=tahun_awal, cara=asal.cara, catatan=asal.catatan
        )
        for model in (AmbangStatus, DimensiIndeks):
            model._default_manager.bulk_create(
                _salinan(row, instrumen=baru) for row in model._default_manager.filter(instrumen=asal)
            )
        kriteria = []
        for lama in asal.indikatoridm_set.prefetch_related("kriteriaskor_set"):
            milik = list(lama.kriteriaskor_set.all())
            indikator: IndikatorIdm = _salinan(lama, instrumen=baru)
            indikator.save()
            kriteria += [_salinan(k, indikator=indikator) for k in milik]
        KriteriaSkor.objects.bulk_create(kriteria)
        changes = audit.difference({}, audit.values(baru))
        audit.record(by=by, action=audit.Action.CREATE, obj=baru, changes=changes, note=f"Salinan {asal}.")
    return baru


def _salinan(row: Any, **ganti: Any) -> Any:
    row.pk, row._state.adding = None, True
    for nama, nilai in ganti.items():
        setattr(row, nama, nilai)
    return row
