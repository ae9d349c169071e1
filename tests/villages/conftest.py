"""Satu desa di satu kecamatan, bagi uji wilayah."""

import pytest

from tests import factories


@pytest.fixture
def kecamatan(banyuasin):
    return factories.make_kecamatan(banyuasin, nama="Betung")


@pytest.fixture
def desa(kecamatan):
    return factories.make_desa(kecamatan, nama="Lama")
