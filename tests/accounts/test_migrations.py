"""Basis data 0.1.0: dinasnya menjadi dinas PMD, kepala daerah dan Inspektorat berkantor."""

from typing import Any

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

pytestmark = pytest.mark.django_db(transaction=True)
LAMA, BARU = [("accounts", "0002_kepala_daerah")], [("accounts", "0004_satu_tiap_jenis")]


def migrate(target: list[tuple[str, str]]) -> Any:
    executor = MigrationExecutor(connection)
    executor.migrate(target)
    return MigrationExecutor(connection).loader.project_state(target).apps


@pytest.fixture
def lama(hampa: None) -> Any:
    """Basis data dengan skema `accounts` 0.1.0."""
    return migrate(LAMA)


def isi(lama: Any) -> None:
    """Satu dinas, kepala dan bupati di bawahnya, dan akun tiap macam."""
    kabupaten = lama.get_model("accounts.Kabupaten").objects.create(
        kode="16.07", nama="Banyuasin", provinsi="X"
    )
    dinas = lama.get_model("accounts.PerangkatDaerah").objects.create(
        kabupaten=kabupaten, nama="DPMD", singkatan="DPMD", tempat="Pangkalan Balai"
    )
    officials = lama.get_model("accounts.Pejabat").objects
    isian = {"perangkat_daerah": dinas, "mulai": "2020-01-01"}
    kepala = officials.create(
        **isian, nama="Kepala", jabatan="Kepala Dinas", nip="1" * 18, is_kepala=True
    )
    bupati = officials.create(
        **isian, nama="Bupati", jabatan="Bupati Banyuasin", is_kepala_daerah=True
    )
    users = lama.get_model("accounts.User").objects
    pejabat = {"kepala": kepala, "bupati": bupati, "operator": None, "auditor": None}
    for nama, official in pejabat.items():
        users.create(username=nama, kabupaten=kabupaten, pejabat=official)
    inspektorat = lama.get_model("auth.Group").objects.create(name="inspektorat")
    users.get(username="auditor").groups.add(inspektorat)
    users.create(username="akar")


def test_offices_officials_and_accounts_are_placed(lama: Any) -> None:
    isi(lama)
    baru = migrate(BARU)
    kantor = baru.get_model("accounts.PerangkatDaerah").objects.order_by("jenis")
    assert list(kantor.values_list("jenis", "nama", "tempat")) == [
        ("dinas_pmd", "DPMD", "Pangkalan Balai"),
        ("inspektorat", "Inspektorat", "Pangkalan Balai"),
        ("kepala_daerah", "Bupati", "Pangkalan Balai"),
    ]
    pejabat = baru.get_model("accounts.Pejabat").objects
    milik = pejabat.values_list("nama", "perangkat_daerah__jenis")
    assert dict(milik) == {"Kepala": "dinas_pmd", "Bupati": "kepala_daerah"}
    users = baru.get_model("accounts.User").objects
    assert dict(users.values_list("username", "perangkat_daerah__jenis")) == {
        "kepala": "dinas_pmd",
        "bupati": "kepala_daerah",
        "operator": "dinas_pmd",
        "auditor": "inspektorat",
        "akar": None,
    }
    assert baru.get_model("accounts.Kabupaten").objects.get().jenis == "kabupaten"
