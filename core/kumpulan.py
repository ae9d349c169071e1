"""Banyak baris sekaligus: kunci, isi dan keunikannya, diperiksa tanpa menyimpan."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models

from core import audit
from core.audit import Invalid
from core.lajur import (
    TULISAN,
    atribut_kunci,
    is_berulang,
    menurut_kunci,
    pengambil,
    sidik_tersimpan,
)
from core.models import Named

Model = type[Named]
Rows = Sequence[Named]
Kunci = tuple[str, ...]  # nama kolom yang unik bersama


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
            nama = field.attname
            semua_nilai = [getattr(row, nama) for row in rows]
            _check_column(field, semua_nilai)
    for kolom in semua_kunci(model):
        atribut = atribut_kunci(model, kolom)
        if _has_twins(rows, atribut):
            nama = model._meta.verbose_name
            sebutan = ", ".join(kolom)
            raise Invalid(f"{nama}: ada baris kembar menurut {sebutan}.")


def _given(model: Model) -> Iterator[Any]:
    """Kolom yang ditulis orang, bukan nomor baris atau hitungan basis data."""
    for field in model._meta.concrete_fields:
        if field.primary_key or field.generated:
            continue
        yield field


def _has_twins(rows: Rows, atribut: Kunci) -> bool:
    """Ada dua baris berkunci sama; kunci yang sebagiannya kosong tidak pernah kembar."""
    ambil = pengambil(atribut)
    semua = map(ambil, rows)
    utuh = [kunci for kunci in semua if None not in kunci]
    berbeda = set(utuh)
    return len(berbeda) < len(utuh)


def _check_column(field: Any, semua_nilai: list[Any]) -> None:
    """Tiap nilai berbeda diperiksa sekali: ribuan baris berbagi tahun, status dan sumbernya.

    Selama rantainya dipegang, yang sudah diperiksa tidak diperiksa lagi.
    """
    if isinstance(field, models.JSONField):
        _check_nilai(field, semua_nilai)
        return
    diperiksa: set[Any] = set()
    if is_berulang(field):
        pertanyaan = (check_set, field)
        diperiksa = audit.remember(pertanyaan, set)
    baru = set(semua_nilai) - diperiksa
    if _is_tulisan_bebas(field, baru):
        _check_tulisan(field, baru)
    else:
        _check_nilai(field, baru)
    diperiksa |= baru


def _is_tulisan_bebas(field: Any, semua_nilai: set[Any]) -> bool:
    """Kolom tulisan tanpa pilihan yang semuanya terisi; selainnya diperiksa kolomnya sendiri."""
    if type(field) not in TULISAN or field.choices:
        return False
    if "" in semua_nilai:
        return False
    jenis = set(map(type, semua_nilai))
    return jenis == {str}


def _check_tulisan(field: Any, semua_nilai: set[str]) -> None:
    """Panjangnya cukup diperiksa pada yang terpanjang; syarat lainnya pada semuanya."""
    terpanjang = max(semua_nilai, key=len)
    _check_nilai(field, [terpanjang])
    lain = []
    for satu in field.validators:
        if not isinstance(satu, MaxLengthValidator):
            lain.append(satu)
    for satu, nilai in product(lain, semua_nilai):
        try:
            satu(nilai)
        except ValidationError:
            _check_nilai(field, [nilai])


def _check_nilai(field: Any, semua_nilai: Iterable[Any]) -> None:
    """Semua nilai satu kolom menurut ketentuan kolomnya.

    `Invalid` menyebut kolomnya.
    """
    for nilai in semua_nilai:
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
    atribut = atribut_kunci(model, kolom)
    ambil = pengambil(atribut)
    kunci = set(map(ambil, rows))
    semula = 0
    for tersimpan in menurut_kunci(model, atribut, kunci):
        semula += sidik_tersimpan(tersimpan, atribut, kunci)
    return semula


def unique_by(model: Model, rows: Rows) -> list[str]:
    """Kolom yang menentukan baris mana yang ditimpa."""
    if rows[0].pk:
        return ["pk"]
    return list(semua_kunci(model)[0])
