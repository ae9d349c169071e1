"""Migrasi sekaligus bagi basis data baru berakhir sama dengan migrasi satu per satu."""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from core import triggers

SEKALIGUS = [
    (path.parent.parent.name, path.stem)
    for path in Path(__file__).parents[2].glob("*/migrations/*_squashed_*.py")
]


class Bertahap(MigrationLoader):
    """Migrasi satu per satu saja: yang sekaligus tidak ikut pada grafnya."""

    def load_disk(self):
        super().load_disk()
        for simpul in SEKALIGUS:
            del self.disk_migrations[simpul]


def test_keadaan_akhirnya_sama():
    sekaligus = MigrationLoader(None)
    bertahap = Bertahap(None, replace_migrations=False)
    perubahan = MigrationAutodetector(bertahap.project_state(), sekaligus.project_state())
    assert len(SEKALIGUS) == 3
    assert perubahan.changes(graph=sekaligus.graph) == {}


@pytest.mark.dahulu
@pytest.mark.django_db(transaction=True)
def test_dapat_dibalik():
    """Dari cetakan bermigrasi mundur ke sebelum tabelnya, lalu maju lagi, juga pemicunya."""
    tabel = set(connection.introspection.table_names())
    semua = [("kinerja", None), ("villages", None)]  # idm bertumpu pada villages
    MigrationExecutor(connection).migrate(semua)  # sekaligus: keadaannya disusun sekali
    tersisa = set(connection.introspection.table_names())
    assert {nama.split("_")[0] for nama in tabel - tersisa} == {"kinerja", "idm", "villages"}
    call_command("migrate", verbosity=0)
    assert set(connection.introspection.table_names()) == tabel
    assert set(triggers.APPEND_ONLY) <= tabel
