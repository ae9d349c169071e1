"""Edisi daftar kode: kabupaten tanpa wilayah, dan satu kecamatan berdesa empat."""

import pytest
from django.test import Client

from accounts.roles import Role
from tests import factories


@pytest.fixture(params=["16.07", "15.02"])
def kantor(request, banyuasin, merangin):
    """Admin kabupaten demo yang belum punya satu wilayah pun."""
    kabupaten = {"16.07": banyuasin, "15.02": merangin}[request.param]
    client = Client()
    client.force_login(factories.make_user(Role.ADMIN, kabupaten, username="pengelola"))
    return kabupaten, client


@pytest.fixture
def betung(banyuasin):
    """Satu kecamatan berdesa empat dan satu kelurahan."""
    kecamatan = factories.make_kecamatan(banyuasin, kode="16.07.05", nama="Betung")
    for nomor, nama in enumerate(("Lubuk", "Muara", "Suka", "Tanjung"), start=1):
        factories.make_desa(kecamatan, kode=f"16.07.05.200{nomor}", nama=nama)
    factories.make_desa(kecamatan, kode="16.07.05.1005", nama="Pasar", jenis="kelurahan")
    return kecamatan
