"""Pemicu basis data yang menolak UPDATE dan DELETE pada tabel yang hanya boleh ditambah."""

from typing import Any

APPEND_ONLY = (
    "core_auditevent",
    "documents_snapshot",
    "documents_pengesahan",
    "documents_tandatangan",
    "documents_balasan",
    "kinerja_perubahantarget",
)

_SQLITE = """CREATE TRIGGER {t}_no_{verb} BEFORE {verb} ON {t}
BEGIN SELECT RAISE(ABORT, '{t} hanya boleh ditambah'); END"""
_FUNCTION = """CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION '% hanya boleh ditambah', TG_TABLE_NAME; END $$ LANGUAGE plpgsql"""
_ROW = """CREATE TRIGGER {t}_no_change BEFORE UPDATE OR DELETE ON {t}
FOR EACH ROW EXECUTE FUNCTION refuse_change()"""
_TRUNCATE = """CREATE TRIGGER {t}_no_truncate BEFORE TRUNCATE ON {t}
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"""


def install(connection: Any, table: str) -> None:
    """Pasang pemicu pada `table`; SQLite dan PostgreSQL."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for statement in (_FUNCTION, _ROW, _TRUNCATE):
                cursor.execute(statement.replace("{t}", table))
        else:
            for verb in ("UPDATE", "DELETE"):
                cursor.execute(_SQLITE.format(t=table, verb=verb))


def remove(connection: Any, table: str) -> None:
    """Lepas pemicu; hanya untuk migrasi mundur dan pembersihan basis data uji."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for nama in ("change", "truncate"):
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{nama} ON {table}")
        else:
            for verb in ("UPDATE", "DELETE"):
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{verb}")


def migration(table: str) -> tuple[Any, Any]:
    """Pasangan maju dan mundur untuk `migrations.RunPython`."""
    return (
        lambda apps, editor: install(editor.connection, table),
        lambda apps, editor: remove(editor.connection, table),
    )
