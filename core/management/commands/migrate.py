from typing import Any

from django.core.management.base import CommandError
from django.core.management.commands import migrate
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from core.audit import Refused
from core.keutuhan import seal


class Command(migrate.Command):
    """`migrate` Django; sesudahnya isi tabel yang diubahnya menjadi pangkal jejaknya.

    Tanpa migrasi baru tidak ada yang diakui, sehingga ubahan langsung tetap tampak.
    """

    def handle(self, *args: Any, **options: Any) -> None:
        tertunda = _tertunda(options["database"])
        super().handle(*args, **options)
        if tertunda and not _tertunda(options["database"]):
            try:
                seal("Sesudah migrasi.")
            except Refused as error:
                raise CommandError(f"Jejak audit rusak, tidak diakui: {error}") from error


def _tertunda(database: str) -> bool:
    """Apakah ada migrasi yang belum terpasang."""
    pelaksana = MigrationExecutor(connections[database])
    return bool(pelaksana.migration_plan(pelaksana.loader.graph.leaf_nodes()))
