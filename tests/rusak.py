"""Satu kolom satu baris diubah langsung di basis data, melewati aplikasi, kendala dan pemicunya."""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

from django.db import connection, models, transaction

from core import triggers

JAUH = 1_000_003  # bukan nomor baris mana pun
SATU_HARI = datetime.timedelta(days=1)
LAIN: tuple[tuple[Any, Any], ...] = (  # jenis nilai → nilai lain
    (bool, lambda nilai: not nilai),
    (datetime.date, lambda nilai: nilai + SATU_HARI),
    (int, lambda nilai: nilai + JAUH),
    (Decimal, lambda nilai: 0 if nilai else 1),
    (str, lambda nilai: f"{nilai}x"),
    (dict, lambda nilai: {**nilai, "lain": 1}),
    (list, lambda nilai: [*nilai, "lain"]),
)
KOSONG: tuple[tuple[Any, Any], ...] = (  # jenis kolom yang kosong → isinya
    (models.DateTimeField, datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)),
    (models.DateField, datetime.date(2020, 1, 1)),
    (models.JSONField, {"lain": 1}),
    ((models.CharField, models.TextField, models.FileField), "x"),
    ((models.DecimalField, models.BooleanField), 1),
    ((models.IntegerField, models.ForeignKey), JAUH),
)


def kolom(model: Any) -> list[Any]:
    """Semua kolom tersimpan, juga nomornya; bukan yang dihitung basis data."""
    return [field for field in model._meta.concrete_fields if not field.generated]


def nilai_lain(row: Any, field: Any) -> Any:
    """Isi yang berbeda dari isinya sekarang."""
    kini = row.serializable_value(field.name)
    if isinstance(field, models.FileField):
        kini = str(kini)
    if kini is None:
        return next(isi for jenis, isi in KOSONG if isinstance(field, jenis))
    return next(ubah for jenis, ubah in LAIN if isinstance(kini, jenis))(kini)


@contextmanager
def diubah_langsung(row: Any, field: Any) -> Iterator[Any]:
    """Kolom `field` berisi lain selama blok ini; hasilnya nomor barisnya saat itu."""
    model = type(row)
    lain = nilai_lain(row, field)
    with bebas(model), transaction.atomic():
        model._base_manager.filter(pk=row.pk).update(**{field.attname: lain})
        yield lain if field.primary_key else row.pk
        transaction.set_rollback(True)


@contextmanager
def dihapus_langsung(row: Any) -> Iterator[None]:
    """Baris itu saja tiada selama blok ini."""
    model = type(row)
    with bebas(model), transaction.atomic():
        model._base_manager.filter(pk=row.pk)._raw_delete(using=connection.alias)
        yield
        transaction.set_rollback(True)


@contextmanager
def bebas(model: Any) -> Iterator[None]:
    """Tanpa pemicu, kendala isi, dan kunci tamu; hanya SQLite."""
    tabel = model._meta.db_table
    is_berpemicu = tabel in triggers.APPEND_ONLY
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA ignore_check_constraints = ON")
        cursor.execute("PRAGMA defer_foreign_keys = ON")
    if is_berpemicu:
        triggers.remove(connection, tabel)
    yield
    if is_berpemicu:
        triggers.install(connection, tabel)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA ignore_check_constraints = OFF")
