"""Kendala baris yang ditanyakan sebelum disimpan: satu kueri sebaris, bukan satu tiap kendala."""

from functools import cache
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DEFAULT_DB_ALIAS
from django.db.models import BaseConstraint, BooleanField, CheckConstraint, Model, Q
from django.db.models.functions import Coalesce

Kolom = frozenset[str]


@cache
def diperiksa(model: type[Model]) -> tuple[tuple[Kolom, CheckConstraint], ...]:
    """Kendala isi barisnya, masing-masing dengan kolom yang dibacanya."""
    isi = [satu for satu in model._meta.constraints if isinstance(satu, CheckConstraint)]
    return tuple((frozenset(Q(satu.condition).referenced_base_fields), satu) for satu in isi)


def sekaligus(model: type[Model], semua: list[BaseConstraint]) -> list[Any]:
    """`semua` kendala `model`, dengan kendala isi barisnya sebagai satu `Sekaligus`."""
    selebihnya = [satu for satu in semua if not isinstance(satu, CheckConstraint)]
    if len(semua) - len(selebihnya) < 2:
        return semua
    return [Sekaligus(), *selebihnya]


class Sekaligus:
    """Semua kendala isi baris satu model; yang dilanggar dicari satu per satu, supaya tersebut."""

    def validate(
        self, model: type[Model], instance: Any, exclude: Any = None, using: str = DEFAULT_DB_ALIAS
    ) -> None:
        """`ValidationError` berisi kalimat tiap yang dilanggar; kolom `exclude` dilewati."""
        isi = instance._get_field_expression_map(meta=model._meta, exclude=exclude)
        berlaku = [satu for kolom, satu in diperiksa(model) if kolom <= isi.keys()]
        if not berlaku or _syarat(berlaku).check(isi, using=using):
            return
        luput = []
        for satu in berlaku:
            try:
                satu.validate(model, instance, exclude=exclude, using=using)
            except ValidationError as error:
                luput.append(error)
        raise ValidationError(luput)


def _syarat(kendala: list[CheckConstraint]) -> Q:
    """Yang tidak diketahui memenuhi kendala, seperti pada basis datanya."""
    return Q(*(Coalesce(satu.condition, True, output_field=BooleanField()) for satu in kendala))
