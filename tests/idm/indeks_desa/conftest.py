"""Indeks Desa demo: satu desa, pengisi, pemeriksa, dan edisinya."""

import pytest

from accounts.models import User
from idm.models import Instrumen
from tests.idm.bahan import client_tahun
from villages.models import Desa


@pytest.fixture
def edisi(kabupaten):
    return list(Instrumen.objects.filter(cara="dimensi").order_by("tahun_awal"))


@pytest.fixture
def operator(kabupaten):
    return User.objects.get(username="operator")


@pytest.fixture
def bidang(kabupaten):
    return User.objects.get(username="kepala.bidang")


@pytest.fixture
def desa(kabupaten):
    return Desa.objects.select_related("kecamatan__kabupaten").get(kode="16.07.01.2004")


@pytest.fixture
def client(operator):
    return client_tahun(operator, 2026)
