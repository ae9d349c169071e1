"""Kejadian yang terakhir mengubah satu sel kisi."""

from typing import Any

from core.audit import Action
from core.models import AuditEvent


def stored_or_new(model: Any, **kunci: Any) -> Any:
    """Baris `model` berkunci itu; belum tersimpan bila tidak ada.

    `kunci` kolom yang unik bersama pada modelnya.
    """
    tersimpan = model._default_manager.filter(**kunci).first()
    return tersimpan or model(**kunci)


def pengubah(row: Any, kolom: str, events: Any) -> AuditEvent | None:
    """Kejadian terakhir pada kolom itu; `None` bila tidak tercatat.

    `row` tempat selnya ditulis, `events` kejadian yang tampak bagi penanya. Kolom kisi yang bukan
    kolom model dijawab kejadian terakhir atas barisnya; baris yang belum tersimpan mungkin baru
    dihapus orang lain, dan dicari menurut sebutannya.
    """
    if row.pk is None:
        dihapus = events.filter(model=row._meta.label, label=str(row), action=Action.DELETE)
        return dihapus.first()
    semua = events.of(row)
    if any(field.name == kolom for field in row._meta.concrete_fields):
        semua = semua.filter(changes__has_key=kolom)
    return semua.first()
