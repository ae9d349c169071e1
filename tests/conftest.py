"""Lingkungan uji: jaringan mati, pemicu basis data dilepas hanya selama pembersihan, dan para persona."""

import os
import socket
from collections.abc import Callable, Iterator
from io import StringIO
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.core.management.commands import flush
from django.db import connection, connections, transaction
from django.db.models import Model
from django.test import Client

from accounts.models import Kabupaten, User
from accounts.roles import Role
from core import triggers
from tests import factories

LOCAL = ("127.", "::1", "localhost")
BAWAAN = {"auth.Permission", "contenttypes.ContentType"}  # dibuat migrasi, bukan oleh data demo

if "PYTEST_XDIST_WORKER" in os.environ:
    os.environ.pop(
        "COVERAGE_PROCESS_CONFIG", None
    )  # pencetak PDF di proses anak tidak ikut diukur: lima kali lebih lambat


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Uji yang perlu PostgreSQL dilewati pada SQLite; bin/test menjalankan keduanya."""
    if settings.DATABASES["default"]["ENGINE"].endswith("postgresql"):
        return
    for item in items:
        if item.get_closest_marker("postgres"):
            item.add_marker(pytest.mark.skip(reason="perlu PostgreSQL"))


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Sambungan ke luar mesin ini menggagalkan uji."""
    original = socket.socket.connect

    def connect(self: socket.socket, address: Any) -> None:
        if self.family != socket.AF_UNIX and not str(address[0]).startswith(LOCAL):
            raise AssertionError(f"Uji menyambung ke luar: {address}")
        original(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect)
        yield


@pytest.fixture(scope="session", autouse=True)
def flush_without_triggers() -> Iterator[None]:
    """Pengosongan basis data antar uji bertransaksi melewati pemicu, yang lalu dipasang kembali."""
    original = flush.Command.handle

    def handle(self: flush.Command, **options: Any) -> None:
        target = connections[options["database"]]
        for table in triggers.APPEND_ONLY:
            triggers.remove(target, table)
        original(self, **options)
        for table in triggers.APPEND_ONLY:
            triggers.install(target, table)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(flush.Command, "handle", handle)
        yield


@pytest.fixture(autouse=True)
def media(tmp_path: Any, settings: Any) -> None:
    """Berkas yang disimpan satu uji tidak terlihat oleh uji lain."""
    settings.DATA_DIR = tmp_path
    settings.MEDIA_ROOT = tmp_path / "berkas"


@pytest.fixture
def without_triggers(db: None) -> None:
    """Basis data tanpa penjaga, untuk meniru orang yang mengubahnya langsung."""
    for table in triggers.APPEND_ONLY:
        triggers.remove(connection, table)


@pytest.fixture(scope="session")
def salinan() -> list[tuple[type[Model], list[Model]]]:
    """Semua baris data nyata menurut modelnya; terisi oleh pemuatan pertama."""
    return []


def load_nyata(salinan: list[tuple[type[Model], list[Model]]]) -> None:
    """Muat demo; sesudah yang pertama cukup menyisipkan salinan barisnya, sepersepuluh lamanya."""
    if not salinan:
        call_command("seed_demo", stdout=StringIO())
        models = (m for m in apps.get_models(include_auto_created=True) if m._meta.label not in BAWAAN)
        salinan += [(model, list(model._base_manager.all())) for model in models]
        return
    for model, rows in salinan:
        model._base_manager.bulk_create(rows)


@pytest.fixture(scope="module")
def nyata(
    django_db_setup: None, django_db_blocker: Any, salinan: list[tuple[type[Model], list[Model]]]
) -> Iterator[None]:
    """Data nyata kedua kabupaten, dimuat sekali per berkas uji dan dibatalkan sesudahnya."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_nyata(salinan)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def kabupaten(nyata: None, db: None) -> Kabupaten:
    """Banyuasin dengan data nyatanya."""
    return Kabupaten.objects.get(kode="16.07")


@pytest.fixture
def banyuasin(db: None) -> Kabupaten:
    return factories.make_kabupaten()


@pytest.fixture
def merangin(db: None) -> Kabupaten:
    return factories.make_kabupaten("15.02", "Merangin", "Jambi")


@pytest.fixture
def users(banyuasin: Kabupaten) -> dict[str, User]:
    """Satu pengguna Banyuasin per peran."""
    return {role.value: factories.make_user(role, banyuasin) for role in Role}


@pytest.fixture
def client_for(users: dict[str, User]) -> Callable[[str], Client]:
    """Peramban uji yang sudah masuk sebagai pemegang peran Banyuasin."""

    def build(role: str) -> Client:
        client = Client()
        client.force_login(users[role])
        return client

    return build
