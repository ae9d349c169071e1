"""Cetakan basis data uji: kosong bermigrasi, dan berisi data demo. Dibuat sekali, lalu disalin.

SQLite disalin berkasnya, PostgreSQL lewat `CREATE DATABASE … TEMPLATE`. Cetakan bernama menurut
sidik sumbernya, jadi sumber yang berubah memakai cetakan baru. Berkas data demo (sertifikat) berada
di `files()`.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from fcntl import LOCK_EX, flock
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import psycopg2
from django.conf import settings
from django.db import connection

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".pytest_cache" / "cetakan"
KOSONG, DEMO = "kosong", "demo"
# penentu isi cetakan: yang kosong migrasi, yang berisi seluruh program dan data nyatanya
SOURCES = {
    KOSONG: ("*/migrations/*.py", "core/*.py", "bin/requirements.lock"),
    DEMO: ("[a-z]*/**/*.py", "fixtures/*", "bin/requirements.lock"),
}
COMMANDS = {KOSONG: ("migrate", "-v0"), DEMO: ("seed_demo", "--tanpa-peragaan")}


class CetakanGagal(Exception):
    """Cetakan tidak tersusun; tidak ada uji basis data yang dapat berjalan."""


@cache
def fingerprint(kind: str) -> str:
    """Sidik semua sumber yang menentukan isi cetakan `kind`."""
    sums = sha256()
    for pattern in SOURCES[kind]:
        for path in sorted(ROOT.glob(pattern)):
            if path.is_file() and path.relative_to(ROOT).parts[0] not in {"tests", "data", "out"}:
                sums.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return sums.hexdigest()[:12]


def template(kind: str) -> str:
    return f"cetakan_{kind}_{fingerprint(kind)}"


def folder() -> Path:
    """Folder data yang ditulis pengisian demo: sertifikat penanda tangan."""
    return FOLDER / f"berkas_{connection.vendor}"


@contextmanager
def alone() -> Iterator[None]:
    """Hanya satu proses uji yang membuat cetakan; yang lain menunggu."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / f"kunci_{connection.vendor}").open("w") as lock:
        flock(lock, LOCK_EX)
        yield


def copy(kind: str, target: str) -> str:
    """Salin cetakan `kind` menjadi basis data `target` yang baru; hasilnya nama bagi Django.

    `CetakanGagal` bila cetakannya tidak tersusun.
    """
    with alone():
        build(kind)
    engine().copy(template(kind), target)
    return engine().name(target)


def build(kind: str) -> None:
    """Buat cetakan bila belum ada; yang berisi dimulai dari yang kosong."""
    name, store = template(kind), engine()
    if store.exists(name):
        return
    if kind == DEMO:
        build(KOSONG)
    store.discard_old(f"cetakan_{kind}_")
    draft = f"draf_{kind}"
    store.copy(template(KOSONG) if kind == DEMO else None, draft)
    folder().mkdir(parents=True, exist_ok=True)
    env = os.environ | {
        "DJANGO_SETTINGS_MODULE": "dpmd.settings", "DATABASE_URL": store.url(draft),
        "DATA_DIR": str(folder()),
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "manage.py", *COMMANDS[kind]],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise CetakanGagal(done.stderr)
    store.rename(draft, name)


class Salinan:
    """Salinan kedua cetakan milik satu proses uji; sambungan Django menunjuk salah satunya."""

    def __init__(self) -> None:
        self.kind = ""
        self.names: dict[str, str] = {}

    def use(self, kind: str) -> None:
        """Tunjuk salinan `kind`, yang dibuat pada pemakaian pertama."""
        if kind == self.kind:
            return
        assert not connection.in_atomic_block, "Basis data ditukar di tengah transaksi."
        connection.close()
        if kind not in self.names:
            self.names[kind] = copy(kind, self.target(kind))
        connection.settings_dict["NAME"] = self.names[kind]
        self.kind = kind

    @contextmanager
    def blank(self) -> Iterator[None]:
        """Tunjuk basis data tanpa satu tabel pun, untuk menjalankan migrasi dari awal."""
        target = self.target("hampa")
        connection.close()
        engine().copy(None, target)
        connection.settings_dict["NAME"] = engine().name(target)
        try:
            yield
        finally:
            connection.close()
            engine().drop(target)
            connection.settings_dict["NAME"] = self.names[self.kind]

    def restore(self) -> None:
        """Salin ulang yang sedang dipakai, sesudah uji yang benar-benar menulis."""
        connection.close()
        copy(self.kind, self.target(self.kind))

    def discard(self) -> None:
        connection.close()
        for kind in self.names:
            engine().drop(self.target(kind))
        self.kind, self.names = "", {}

    def target(self, kind: str) -> str:
        return f"uji_{os.getpid()}_{kind}"


def engine() -> Any:
    return Postgres() if connection.vendor == "postgresql" else Sqlite()


class Sqlite:
    """Satu berkas tiap basis data."""

    def name(self, name: str) -> str:
        folder = FOLDER if name.startswith("cetakan_") else Path(settings.FOLDER_UJI)
        return str(folder / f"{name}.sqlite3")

    def url(self, name: str) -> str:
        return f"sqlite:///{self.name(name)}"

    def exists(self, name: str) -> bool:
        return Path(self.name(name)).exists()

    def copy(self, asal: str | None, target: str) -> None:
        self.drop(target)
        if asal:
            shutil.copyfile(self.name(asal), self.name(target))

    def drop(self, name: str) -> None:
        for tail in ("", "-wal", "-shm"):
            Path(self.name(name) + tail).unlink(missing_ok=True)

    def rename(self, asal: str, target: str) -> None:
        shutil.move(self.name(asal), self.name(target))

    def discard_old(self, prefix: str) -> None:
        for path in FOLDER.glob(f"{prefix}*.sqlite3"):
            path.unlink()


class Postgres:
    """Basis data di peladen `DATABASE_URL`; perintahnya lewat basis data `postgres`."""

    def name(self, name: str) -> str:
        return name

    def url(self, name: str) -> str:
        default = connection.settings_dict
        place = urlencode(
            {kunci.lower(): default[kunci] for kunci in ("HOST", "PORT") if default[kunci]}
        )
        return f"postgres://{default['USER']}:{quote(default['PASSWORD'])}@/{name}?{place}"

    def run(self, statement: str, database: str = "postgres") -> list[Any]:
        default = connection.settings_dict
        session = psycopg2.connect(
            dbname=database, user=default["USER"], password=default["PASSWORD"],
            host=default["HOST"], port=default["PORT"] or None,
        )  # fmt: skip
        session.autocommit = True
        try:
            with session.cursor() as cursor:
                cursor.execute(statement)
                return cursor.fetchall() if cursor.description else []
        finally:
            session.close()

    def exists(self, name: str) -> bool:
        return bool(self.run(f"SELECT 1 FROM pg_database WHERE datname = '{name}'"))

    def copy(self, asal: str | None, target: str) -> None:
        self.drop(target)
        self.run(f'CREATE DATABASE "{target}" TEMPLATE "{asal or "template1"}"')

    def drop(self, name: str) -> None:
        self.run(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def rename(self, asal: str, target: str) -> None:
        """Statistiknya disusun dahulu, supaya salinannya sama cepat dicari."""
        self.run("ANALYZE", asal)
        self.run(f'ALTER DATABASE "{asal}" RENAME TO "{target}"')

    def discard_old(self, prefix: str) -> None:
        for (name,) in self.run(f"SELECT datname FROM pg_database WHERE datname LIKE '{prefix}%'"):
            self.drop(name)


if __name__ == "__main__":
    with alone():
        build(DEMO)
