"""Kendala isi baris yang ditanyakan ke basis data sebelum barisnya disimpan.

Django menanyakan tiap `CheckConstraint` dengan satu kueri dan dua titik simpan; di sini satu kueri
bagi semuanya. Sumber aturannya tetap `Meta.constraints` modelnya, dan basis datanya tetap menjaga.
"""

from functools import cache
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DEFAULT_DB_ALIAS
from django.db.models import BaseConstraint, BooleanField, CheckConstraint, Model, Q
from django.db.models.functions import Coalesce

Berkolom = tuple[CheckConstraint, frozenset[str]]


@cache
def diperiksa(model: type[Model]) -> list[Berkolom]:
    """Kendala isi baris `model`, masing-masing dengan kolom yang dibacanya."""
    hasil = []
    for satu in model._meta.constraints:
        if isinstance(satu, CheckConstraint):
            kolom = Q(satu.condition).referenced_base_fields
            hasil.append((satu, frozenset(kolom)))
    return hasil


def sekaligus(model: type[Model], semua: list[BaseConstraint]) -> list[Any]:
    """`semua` kendala `model`, dengan kendala isi barisnya sebagai satu `Sekaligus`.

    Yang hanya satu dibiarkan: kuerinya sudah satu.
    """
    if len(diperiksa(model)) < 2:
        return semua
    selebihnya = []
    for satu in semua:
        if not isinstance(satu, CheckConstraint):
            selebihnya.append(satu)
    return [Sekaligus(), *selebihnya]


class Sekaligus:
    """Semua kendala isi baris satu model, di tempat kendala pada pemeriksaan Django."""

    def validate(
        self,
        model: type[Model],
        instance: Any,
        exclude: Any = None,
        using: str = DEFAULT_DB_ALIAS,
    ) -> None:
        """Tanyakan semua kendala yang tidak membaca kolom `exclude`.

        `ValidationError` berisi kalimat tiap kendala yang dilanggar; yang dilanggar dicari satu
        per satu, hanya bila jawaban semuanya tidak.
        """
        isi = instance._get_field_expression_map(
            meta=model._meta,
            exclude=exclude,
        )
        berlaku = []
        for satu, kolom in diperiksa(model):
            if kolom <= isi.keys():
                berlaku.append(satu)
        syarat = Q(*map(_diketahui, berlaku))
        if not berlaku or syarat.check(isi, using=using):
            return
        luput = []
        for satu in berlaku:
            try:
                satu.validate(model, instance, exclude=exclude, using=using)
            except ValidationError as error:
                luput.append(error)
        raise ValidationError(luput)


def _diketahui(kendala: CheckConstraint) -> Coalesce:
    """Yang tidak diketahui memenuhi kendala, seperti pada basis datanya."""
    diketahui = BooleanField()
    return Coalesce(kendala.condition, True, output_field=diketahui)
