"""Migrasi sekaligus bagi basis data baru berakhir sama dengan migrasi satu per satu."""

import sqlite3
import tarfile
from contextlib import closing
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from core import triggers

AKAR = Path(__file__).parents[2]
SEKALIGUS = [
    (path.parent.parent.name, path.stem) for path in AKAR.glob("*/migrations/*_squashed_*.py")
]
RILIS_TERAKHIR = max((AKAR / "tests" / "golden" / "rilis").glob("*.tar.xz"))
# yang bertumpu pada lainnya mundur lebih dahulu; satu aplikasi tiap jalan, agar keadaannya ringan
URUTAN = ("kinerja", "idm", "villages", "documents", "accounts", "core")


class Bertahap(MigrationLoader):
    """Migrasi satu per satu saja: yang sekaligus tidak ikut pada grafnya."""

    def load_disk(self):
        super().load_disk()
        for simpul in SEKALIGUS:
            del self.disk_migrations[simpul]


def bertahap(tujuan):
    """Jalankan migrasi satu per satu sampai `tujuan`."""
    pelaksana = MigrationExecutor(connection)
    pelaksana.loader = Bertahap(connection, replace_migrations=False)
    pelaksana.migrate([tujuan])


def ujung_rilis(folder):
    """Migrasi terakhir tiap aplikasi pada basis data rilis terakhir."""
    with tarfile.open(RILIS_TERAKHIR) as arsip:
        arsip.extract("dpmd.sqlite3", folder)
    with closing(sqlite3.connect(folder / "dpmd.sqlite3")) as berkas:
        jalan = berkas.execute("SELECT app, name FROM django_migrations").fetchall()
    ujung = dict(sorted(satu for satu in jalan if "_squashed_" not in satu[1]))
    return [(app, ujung[app]) for app in URUTAN]


def kolom_dan_kendala():
    """Kolom, kendala dan indeks tiap tabel."""
    introspeksi = connection.introspection
    hasil = {}
    with connection.cursor() as cursor:
        for tabel in introspeksi.table_names(cursor):
            kolom = {str(satu) for satu in introspeksi.get_table_description(cursor, tabel)}
            hasil[tabel] = kolom, set(introspeksi.get_constraints(cursor, tabel))
    return hasil


def test_keadaan_akhirnya_sama():
    sekaligus = MigrationLoader(None)
    bertahap = Bertahap(None, replace_migrations=False)
    perubahan = MigrationAutodetector(bertahap.project_state(), sekaligus.project_state())
    assert len(SEKALIGUS) == 3
    assert perubahan.changes(graph=sekaligus.graph) == {}


@pytest.mark.dahulu
@pytest.mark.django_db(transaction=True)
def test_dapat_dibalik():
    """Sekaligus: dari cetakan bermigrasi mundur ke sebelum tabelnya, lalu maju lagi."""
    tabel = set(connection.introspection.table_names())
    semua = [("kinerja", None), ("villages", None)]  # idm bertumpu pada villages
    MigrationExecutor(connection).migrate(semua)  # sekaligus: keadaannya disusun sekali
    tersisa = set(connection.introspection.table_names())
    assert {nama.split("_")[0] for nama in tabel - tersisa} == {"kinerja", "idm", "villages"}
    call_command("migrate", verbosity=0)
    assert set(connection.introspection.table_names()) == tabel
    assert set(triggers.APPEND_ONLY) <= tabel


@pytest.mark.django_db(transaction=True)
def test_satu_per_satu_dapat_dibalik(tmp_path):
    """Langkah sejak rilis terakhir mundur lalu maju lagi; tabel, kolom dan kendalanya kembali."""
    bentuk = kolom_dan_kendala()
    awal = ujung_rilis(tmp_path)
    ujung = Bertahap(connection, replace_migrations=False).graph.leaf_nodes()
    for tujuan in awal:
        bertahap(tujuan)
    sesudahnya = {simpul for simpul in ujung if simpul[0] in URUTAN} - set(awal)
    assert not sesudahnya & MigrationRecorder(connection).applied_migrations().keys()
    for tujuan in ujung:
        bertahap(tujuan)
    assert kolom_dan_kendala() == bentuk
