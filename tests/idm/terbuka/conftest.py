"""Layanan terbuka: situs desa, dan Banyuasin yang membukanya."""

from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from accounts.models import Kabupaten
from idm.models import LayananRumusan
from tests.factories import make_penetapan


@pytest.fixture(autouse=True)
def hitungan_laju() -> None:
    cache.clear()


@pytest.fixture
def situs() -> Client:
    """Situs desa: tidak pernah masuk, memeriksa CSRF seperti peramban luar."""
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def buka(kabupaten: Kabupaten) -> Any:
    """Banyuasin membuka layanannya dan menetapkan 2023 dan 2024."""
    for tahun in (2023, 2024):
        make_penetapan(kabupaten, tahun)
    return LayananRumusan.objects.create(kabupaten=kabupaten, is_aktif=True)
