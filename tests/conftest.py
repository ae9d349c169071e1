"""Lingkungan uji: jaringan mati, pemicu dilepas hanya selama pembersihan, para persona."""

import gc
import os
import socket
from collections.abc import Callable, Iterator
from itertools import count, filterfalse
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from django.conf import settings
from django.db import connection, transaction
from django.template import Context, Template
from django.test import Client, TransactionTestCase
from django.test.utils import instrumented_test_render

from accounts.models import Kabupaten, User
from core import triggers
from documents.actions import advance
from kinerja.models import Lkjip
from tests import cetakan, factories, kueri

TEMPLAT_ISIAN = ("django/forms/", "bootstrap5/")
LOCAL = ("127.", "::1", "localhost")
salinan = cetakan.Salinan()
gc.set_threshold(50_000, 20, 20)  # sejak memuat uji: hampir semua yang dimuat tetap hidup
hypothesis.settings.register_profile(
    "sibuk", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("sibuk")  # lamanya bergantung pada mesinnya, bukan pada kodenya

if "PYTEST_XDIST_WORKER" in os.environ:
    os.environ.pop(
        "COVERAGE_PROCESS_CONFIG", None
    )  # pencetak PDF di proses anak tidak ikut diukur: lima kali lebih lambat


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--basis-data", action="store_true", help="hanya uji yang memakai basis data")
    parser.addoption("--catat-kueri", type=Path, help="simpan kueri tiap uji di folder ini")
    parser.addoption("--kueri-baru", type=Path, help="hanya uji berkueri baru menurut catatannya")


def pytest_configure(config: pytest.Config) -> None:
    for pilihan, kelas in (("catat_kueri", kueri.Pencatat), ("kueri_baru", kueri.Pemilih)):
        folder = config.getoption(pilihan)
        if folder:
            config.pluginmanager.register(kelas(folder))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Yang perlu PostgreSQL dilewati pada SQLite; `sekali` harus beralasan dan berbasis data.

    Yang terlama (`dahulu`) mulai lebih dahulu, agar tidak tertinggal sendirian di akhir.
    """
    for item in items:
        if not is_postgres() and item.get_closest_marker("postgres"):
            item.add_marker(pytest.mark.skip(reason="perlu PostgreSQL"))
        for marker in item.iter_markers("sekali"):
            assert len(marker.args) == 1 and marker.args[0], f"{item.nodeid}: sekali tanpa alasan"
            assert uses_database(item), f"{item.nodeid}: sekali tanpa basis data tidak dijalankan"
    items.sort(key=lambda item: item.get_closest_marker("dahulu") is None)
    if config.getoption("--basis-data"):
        config.hook.pytest_deselected(items=list(filterfalse(uses_database, items)))
        items[:] = filter(uses_database, items)


def pytest_collection_finish() -> None:
    """Modul yang sudah dimuat tidak diperiksa lagi oleh pengumpul sampah."""
    gc.collect()
    gc.freeze()


def is_postgres() -> bool:
    return str(settings.DATABASES["default"]["ENGINE"]).endswith("postgresql")


def uses_database(item: pytest.Item) -> bool:
    return item.get_closest_marker("django_db") is not None or "db" in item.fixturenames


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
def konteks_halaman(django_test_environment: None) -> Iterator[None]:
    """Konteks tiap isian formulir tidak disalin bagi `page.context`; tidak ada yang membacanya."""

    def render(template: Template, context: Context) -> str:
        if (template.name or "").startswith(TEMPLAT_ISIAN):
            return template.nodelist.render(context)
        return instrumented_test_render(template, context)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Template, "_render", render)
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, django_db_blocker: Any) -> Iterator[None]:
    """Basis data uji disalin dari cetakan, dan dipulihkan sesudah uji yang menulis sungguhan."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda case: salinan.restore())
        yield
    with django_db_blocker.unblock():
        salinan.discard()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Sambungan ke salinan berisi demo bila uji meminta `nyata`, selain itu yang kosong.

    Cetakan yang tidak tersusun menghentikan semuanya.
    """
    if uses_database(item):
        try:
            salinan.use(cetakan.DEMO if "nyata" in item.fixturenames else cetakan.KOSONG)
        except cetakan.CetakanGagal:
            item.session.shouldfail = "cetakan basis data tidak tersusun"
            raise


@pytest.fixture
def hampa(transactional_db: None) -> Iterator[None]:
    """Basis data tanpa satu tabel pun."""
    with salinan.blank():
        yield


@pytest.fixture(scope="session")
def laci(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Nama folder yang belum ada, satu tiap uji; kebanyakan uji tidak menyimpan berkas."""
    folder = tmp_path_factory.mktemp("berkas")
    return (folder / str(nomor) for nomor in count())


@pytest.fixture(autouse=True)
def media(laci: Iterator[Path], settings: Any) -> None:
    """Berkas yang disimpan satu uji tidak terlihat oleh uji lain."""
    settings.DATA_DIR = next(laci)
    settings.MEDIA_ROOT = settings.DATA_DIR / "berkas"


@pytest.fixture
def without_triggers(db: None) -> None:
    """Basis data tanpa penjaga, untuk meniru orang yang mengubahnya langsung."""
    for table in triggers.APPEND_ONLY:
        triggers.remove(connection, table)


@pytest.fixture(scope="session")
def nyata(django_db_setup: None) -> None:
    """Data nyata kedua kabupaten; ujinya berjalan pada salinan demo."""


@pytest.fixture(scope="module")
def bersama(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Yang ditulis sesudahnya dipakai semua uji satu berkas, lalu dibatalkan."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def disetujui(nyata: None, bersama: None) -> Lkjip:
    """LKjIP Banyuasin 2023 yang sudah disetujui, sekali bagi semua uji satu berkas."""
    kabupaten = Kabupaten.objects.get(kode="16.07")
    draf = Lkjip.objects.get(kabupaten=kabupaten, tahun=2023)
    for langkah, username in (("submit", "operator"), ("approve", "kepala.bidang")):
        draf = advance(draf, langkah=langkah, by=User.objects.get(username=username))
    return draf


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
    return factories.make_users(banyuasin)


@pytest.fixture
def client_for(users: dict[str, User]) -> Callable[[str], Client]:
    """Peramban uji yang sudah masuk sebagai pemegang peran Banyuasin."""

    def build(peran: str) -> Client:
        client = Client()
        client.force_login(users[peran])
        return client

    return build
