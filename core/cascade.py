"""Yang ikut terhapus bersama sebuah baris, dan rujukan yang dilepas."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from django.db import router
from django.db.models import ProtectedError
from django.db.models.deletion import Collector

from core.audit import Refused
from core.models import Named

Rows = list[Named]
Released = tuple[Any, str, Any]  # baris, kolom, dan nilai penggantinya


def cascade(row: Named) -> tuple[Rows, list[Released]]:
    """Yang ikut terhapus, dan `(baris, kolom, nilai)` yang rujukannya dilepas.

    `Refused` bila masih dipakai.
    """
    using = router.db_for_write(row._meta.model, instance=row)
    collector = Collector(using=using, origin=row)
    try:
        collector.collect([row])
    except ProtectedError as error:
        pemakai = ", ".join(_users(error))
        raise Refused(f"Tidak dapat dihapus: masih dipakai oleh {pemakai}.") from error
    return _ikut(collector, row), list(_released(collector))


def _users(error: ProtectedError) -> list[str]:
    """Jenis baris yang masih memakainya, masing-masing sekali."""
    users = set()
    for row in error.protected_objects:
        jenis = str(row._meta.verbose_name)
        users.add(jenis)
    return sorted(users)


def _ikut(collector: Collector, row: Named) -> Rows:
    """Menurut jenis lalu nomor, agar jejaknya selalu berurutan sama."""
    ikut = []
    for satu in chain(*collector.data.values(), *collector.fast_deletes):
        if isinstance(satu, Named) and satu != row:
            ikut.append(satu)
    ikut.sort(key=_order)
    return ikut


def _order(row: Named) -> tuple[str, Any]:
    """Jenis dahulu, lalu nomornya."""
    return row._meta.label, row.pk


def _released(collector: Collector) -> Iterator[Released]:
    """Rujukan yang boleh kosong dilepas, tidak ikut dihapus."""
    for (field, nilai), groups in collector.field_updates.items():
        for satu in chain(*groups):
            yield satu, field.name, nilai
