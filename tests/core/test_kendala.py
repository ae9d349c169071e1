"""Kendala isi baris ditanyakan sekaligus dengan jawaban yang sama seperti satu per satu."""

from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from pytest_django import DjangoAssertNumQueries

from core import kendala
from core.models import Named
from kinerja.models import PengukuranSub

pytestmark = pytest.mark.django_db
BANYAK = [
    model
    for model in apps.get_models()
    if issubclass(model, Named) and len(kendala.diperiksa(model)) > 1
]
BILANGAN = (models.IntegerField, models.DecimalField, models.FloatField)


def kosong(model: type[Named]) -> Named:
    return model()


def berangka(model: type[Named]) -> Named:
    """Tiap bilangan di bawah nol, tiap pilihan dan tulisan bukan isinya."""
    isi: dict[str, Any] = {}
    for field in model._meta.concrete_fields:
        if isinstance(field, BILANGAN) and not field.primary_key:
            isi[field.name] = -1
        elif isinstance(field, models.CharField):
            isi[field.name] = "?"
    return model(**isi)


def kalimat(row: Named, *semua: Any, exclude: set[str]) -> list[str]:
    """Yang dilanggar `row` di antara kendala `semua`."""
    hasil = []
    for satu in semua:
        try:
            satu.validate(type(row), row, exclude=exclude)
        except ValidationError as error:
            hasil += error.messages
    return sorted(hasil)


@pytest.mark.parametrize("isi", [kosong, berangka])
def test_jawabannya_sama(isi: Any) -> None:
    """Semua model berkendala lebih dari satu, juga bila sebagian kolomnya dilewati."""
    dilanggar = 0
    for model in BANYAK:
        row = isi(model)
        satu_satu = [satu for satu, _ in kendala.diperiksa(model)]
        kolom = [field.name for field in model._meta.concrete_fields]
        for exclude in (set(), set(kolom[::2]), set(kolom)):
            luput = kalimat(row, *satu_satu, exclude=exclude)
            assert kalimat(row, kendala.Sekaligus(), exclude=exclude) == luput, model
            dilanggar += len(luput)
    assert len(BANYAK) > 10
    assert dilanggar


def test_satu_kueri(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    """Juga bagi model berkendala banyak; titik simpannya dua perintah lagi."""
    assert len(kendala.diperiksa(PengukuranSub)) > 2
    row = PengukuranSub()
    with django_assert_num_queries(3):
        kalimat(row, kendala.Sekaligus(), exclude=set())


def test_dipakai_pemeriksaan_baris() -> None:
    for model in BANYAK:
        pemeriksa = [type(satu) for _, semua in model().get_constraints() for satu in semua]
        assert pemeriksa.count(kendala.Sekaligus) == 1
        assert models.CheckConstraint not in pemeriksa
