"""Draf: pengisi, pemeriksa, dan satu desa yang 2023-nya hanya diketahui indeksnya."""

from decimal import Decimal

import pytest

from accounts.models import User
from idm.actions.dimensi import store_poin
from idm.models import DimensiIndeks, IdmDesa
from villages.models import Desa


@pytest.fixture
def operator(kabupaten):
    return User.objects.get(username="operator")


@pytest.fixture
def bidang(kabupaten):
    return User.objects.get(username="kepala.bidang")


@pytest.fixture
def desa(kabupaten):
    """Desa berstatus Berkembang 2023 yang hanya diketahui indeks terbitannya."""
    rows = IdmDesa.objects.filter(tahun=2023, status="BERKEMBANG", skor="").order_by("desa__kode")
    return Desa.objects.select_related("kecamatan__kabupaten").get(pk=rows.first().desa_id)


@pytest.fixture
def poin(desa, operator):
    """Semua dimensi 2025 terisi tertinggi."""
    dimensi = list(DimensiIndeks.objects.filter(instrumen__kode="indeks-desa-2025"))
    store_poin(desa=desa, tahun=2025, poin={d: Decimal(d.maksimum) for d in dimensi}, by=operator)
    return dimensi
