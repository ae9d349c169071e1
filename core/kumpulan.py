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
Kunci = tuple[str, ...]  # nama kolom yang unik bersama
SEKALI = 2000  # kunci yang ditanyakan sekali


def locks(rows: Iterable[Named], kabupaten: str, only_scope: bool) -> str:
    """Semua alasan terkunci: satu pertanyaan tiap jenis dan masa, atau tiap baris induk."""
    owners = {}
    for row in rows:
        owner = row.lock_owner()
        owners[id(owner)] = owner
    scopes = set()
    semua_sebab = set()
    for owner in owners.values():
        if only_scope or _has_only_masa(owner):
            scope = (type(owner), owner.lock_masa())
            scopes.add(scope)
        else:
            semua_sebab.add(owner.sebab_lock())
    for model, masa in scopes:
        sebab = model.lock_for(kabupaten, *masa)
        semua_sebab.add(sebab)
    semua_sebab.discard("")
    return " ".join(sorted(semua_sebab))


def _has_only_masa(owner: Named) -> bool:
    """Apakah kuncinya seluruhnya menurut masa, tanpa keadaan barisnya sendiri."""
    if type(owner).sebab_lock is not Named.sebab_lock:
        return False
    return bool(owner.lock_masa())


def check_set(model: Model, rows: Rows) -> None:
    """Isi tiap kolom tanpa membaca basis data, dan keunikan di dalam kumpulan."""
    for field in _given(model):
        if not field.is_relation:
            semua_nilai = [getattr(row, field.attname) for row in rows]
            _check_column(field, semua_nilai)
    for kolom in semua_kunci(model):
        if _has_twins(rows, kolom):
            nama = model._meta.verbose_name
            sebutan = ", ".join(kolom)
            raise Invalid(f"{nama}: ada baris kembar menurut {sebutan}.")


def _given(model: Model) -> Iterator[Any]:
    """Kolom yang ditulis orang, bukan nomor baris atau hitungan basis data."""
    for field in model._meta.concrete_fields:
        if field.primary_key or field.generated:
            continue
        yield field


def _has_twins(rows: Rows, kolom: Sequence[str]) -> bool:
    """Ada dua baris berkunci sama; kunci yang sebagiannya kosong tidak pernah kembar."""
    dikenal = set()
    for row in rows:
        kunci = tuple(map(row.serializable_value, kolom))
        if None in kunci:
            continue
        if kunci in dikenal:
            return True
        dikenal.add(kunci)
    return False


def _check_column(field: Any, semua_nilai: list[Any]) -> None:
    """Tiap nilai berbeda diperiksa sekali: ribuan baris berbagi tahun, status dan sumbernya."""
    distinct: Iterable[Any] = semua_nilai
    if not isinstance(field, models.JSONField):
        distinct = set(semua_nilai)
    for nilai in distinct:
        if field.blank and nilai in field.empty_values:
            continue
        try:
            field.clean(nilai, None)
        except ValidationError as error:
            raise Invalid({field.name: error.error_list}) from error


def semua_kunci(model: Model) -> list[Kunci]:
    """Kolom yang unik bersama, menurut model."""
    hasil = []
    for constraint in model._meta.total_unique_constraints:
        kolom = tuple(constraint.fields)
        hasil.append(kolom)
    for field in model._meta.concrete_fields:
        if field.unique and not field.primary_key:
            hasil.append((field.name,))
    return hasil


def replaced(model: Model, kunci: Kunci) -> list[str]:
    """Kolom yang ditimpa: yang ditulis orang dan bukan kuncinya."""
    hasil = []
    for field in _given(model):
        if field.name not in kunci:
            hasil.append(field.name)
    return hasil


def tertimpa(model: Model, rows: Rows, replace: bool) -> int:
    """Jumlah sidik baris tersimpan yang kuncinya akan ditimpa."""
    if not replace:
        return 0
    kolom = unique_by(model, rows)
    awal = kolom[0]
    dicari = {row.serializable_value(awal) for row in rows}
    kunci = {tuple(map(row.serializable_value, kolom)) for row in rows}
    semula = 0
    terurut = sorted(dicari)
    for mulai in range(0, len(terurut), SEKALI):
        sebagian = {f"{awal}__in": terurut[mulai : mulai + SEKALI]}
        for row in model._base_manager.filter(**sebagian):
            if tuple(map(row.serializable_value, kolom)) in kunci:
                semula += audit.sidik_baris(row)
    return semula


def unique_by(model: Model, rows: Rows) -> list[str]:
    """Kolom yang menentukan baris mana yang ditimpa."""
    if rows[0].pk:
        return ["pk"]
    return list(semua_kunci(model)[0])
