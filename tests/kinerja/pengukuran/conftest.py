"""Satu sub kegiatan, dan satu target indikator."""

import pytest

from tests.factories import make_indikator, make_sasaran, make_sub, make_target


@pytest.fixture
def sub(banyuasin):
    return make_sub(banyuasin)


@pytest.fixture
def target(banyuasin):
    return make_target(make_indikator(banyuasin, sasaran=make_sasaran(banyuasin)), "90")
