"""Banyak baris sekaligus: kunci, isi dan keunikannya, diperiksa tanpa menyimpan."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from core import audit
from core.audit import Invalid
from core.models import Named

Model = type[Named]
Rows = Sequence[Named]
Key = tuple[str, ...]  # nama kolom yang unik bersama
SEKALI = 2000  # kunci yang ditanyakan sekali


def locks(rows: Iterable[Named], kabupaten: str, only_scope: bool) -> str:
    """Semua alasan terkunci: satu pertanyaan tiap jenis dan masa, atau tiap baris induk."""
    owners = {}
    for row in rows:
        owner = row.lock_owner()
        owners[id(owner)] = owner
    scopes = set()
    reasons = set()
    for owner in owners.values():
        if only_scope or _has_only_masa(owner):
            scope = (type(owner), owner.lock_masa())
            scopes.add(scope)
        else:
            reasons.add(owner.lock_reason())
    for model, masa in scopes:
        reason = model.lock_for(kabupaten, *masa)
        reasons.add(reason)
    reasons.discard("")
    return " ".join(sorted(reasons))


def _has_only_masa(owner: Named) -> bool:
    """Apakah kuncinya seluruhnya menurut masa, tanpa keadaan barisnya sendiri."""
    if type(owner).lock_reason is not Named.lock_reason:
        return False
    return bool(owner.lock_masa())


def check_set(model: Model, rows: Rows) -> None:
    """Isi tiap kolom tanpa membaca basis data, dan keunikan di dalam kumpulan."""
    for field in _given(model):
        if not field.is_relation:
            values = [getattr(row, field.attname) for row in rows]
            _check_column(field, values)
    for names in keys(model):
        if _has_twins(rows, names):
            nama = model._meta.verbose_name
            kunci = ", ".join(names)
            raise Invalid(f"{nama}: ada baris kembar menurut {kunci}.")


def _given(model: Model) -> Iterator[Any]:
    """Kolom yang ditulis orang, bukan nomor baris atau hitungan basis data."""
    for field in model._meta.concrete_fields:
        if field.primary_key or field.generated:
            continue
        yield field


def _has_twins(rows: Rows, names: Sequence[str]) -> bool:
    """Ada dua baris berkunci sama; kunci yang sebagiannya kosong tidak pernah kembar."""
    known = set()
    for row in rows:
        key = tuple(map(row.serializable_value, names))
        if None in key:
            continue
        if key in known:
            return True
        known.add(key)
    return False


def _check_column(field: Any, values: list[Any]) -> None:
    """Tiap nilai berbeda diperiksa sekali: ribuan baris berbagi tahun, status dan sumbernya."""
    distinct: Iterable[Any] = values
    if not isinstance(field, models.JSONField):
        distinct = set(values)
    for value in distinct:
        if field.blank and value in field.empty_values:
            continue
        try:
            field.clean(value, None)
        except ValidationError as error:
            raise Invalid({field.name: error.error_list}) from error


def keys(model: Model) -> list[Key]:
    """Kolom yang unik bersama, menurut model."""
    keys = []
    for constraint in model._meta.total_unique_constraints:
        names = tuple(constraint.fields)
        keys.append(names)
    for field in model._meta.concrete_fields:
        if field.unique and not field.primary_key:
            keys.append((field.name,))
    return keys


def replaced(model: Model, key: Key) -> list[str]:
    """Kolom yang ditimpa: yang ditulis orang dan bukan kuncinya."""
    hasil = []
    for field in _given(model):
        if field.name not in key:
            hasil.append(field.name)
    return hasil


def tertimpa(model: Model, rows: Rows, replace: bool) -> int:
    """Jumlah sidik baris tersimpan yang kuncinya akan ditimpa."""
    if not replace:
        return 0
    key = unique_by(model, rows)
    awal = key[0]
    dicari = {row.serializable_value(awal) for row in rows}
    kunci = {tuple(map(row.serializable_value, key)) for row in rows}
    semula = 0
    terurut = sorted(dicari)
    for mulai in range(0, len(terurut), SEKALI):
        sebagian = {f"{awal}__in": terurut[mulai : mulai + SEKALI]}
        for row in model._base_manager.filter(**sebagian):
            if tuple(map(row.serializable_value, key)) in kunci:
                semula += audit.sidik_baris(row)
    return semula


def unique_by(model: Model, rows: Rows) -> list[str]:
    """Kolom yang menentukan baris mana yang ditimpa."""
    if rows[0].pk:
        return ["pk"]
    return list(keys(model)[0])
