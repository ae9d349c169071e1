"""Jejak baris yang ditulis buku kerja, dan mengembalikannya."""

from collections.abc import Sequence
from typing import Any

from django.apps import apps

from core import audit, door
from core.audit import Refused
from core.cascade import cascade
from kinerja.models import Target
from kinerja.pengukuran.actions import record_target_change, tulisan_target

Jejak = dict[str, Any]
BERUBAH = "sudah diubah sesudah impor ini"
DIPAKAI = "sudah dipakai"


def jejak_baris(row: Any, lama: Any) -> Jejak:
    """Baris yang baru ditulis, isi semula kolom yang berganti, dan sidik isinya kini."""
    semula = {}
    if lama is not None:
        for field in row._meta.concrete_fields:
            sebelum = getattr(lama, field.attname)
            if sebelum != getattr(row, field.attname) and not field.generated:
                semula[field.attname] = None if sebelum is None else str(sebelum)
    return {
        "model": row._meta.label,
        "pk": row.pk,
        "baru": lama is None,
        "semula": semula,
        "sidik": audit.fingerprint(_stored(row._meta.model, row.pk)),
    }


def _stored(model: Any, pk: Any) -> Any:
    return model._default_manager.filter(pk=pk).first()


def undo_rows(*, jejak: Sequence[Jejak], by: Any, note: str) -> None:
    """Kembalikan semua baris dari yang terakhir ditulis; `Refused` bila satu saja berlanjut."""
    for satu in reversed(jejak):
        row = _stored(apps.get_model(satu["model"]), satu["pk"])
        if row is None or audit.fingerprint(row) != satu["sidik"]:
            sebutan = row or apps.get_model(satu["model"])._meta.verbose_name
            raise Refused(f"{sebutan} {BERUBAH}.")
        if satu["baru"]:
            _delete(row, by, note)
        else:
            _restore(row, satu["semula"], by, note)


def _delete(row: Any, by: Any, note: str) -> None:
    """Yang ikut terhapus berarti sudah dibangun di atasnya."""
    children, _ = cascade(row)
    if children:
        raise Refused(f"{row} {DIPAKAI} oleh {children[0]._meta.verbose_name}.")
    door.delete(row, by=by, note=note)


def _restore(row: Any, semula: dict[str, str | None], by: Any, note: str) -> None:
    """Target yang dikembalikan tercatat pula pada riwayat targetnya."""
    lama = tulisan_target(row) if isinstance(row, Target) else ""
    for field in row._meta.concrete_fields:
        if field.attname in semula:
            nilai = field.to_python(semula[field.attname])
            setattr(row, field.attname, nilai)
    door.save(row, by=by, note=note)
    if lama:
        record_target_change(target=_stored(Target, row.pk), lama=lama, alasan=note, by=by)
