"""Edisi daftar kode: kabupaten tanpa wilayah, dan satu kecamatan berdesa empat."""

import pytest

from tests import factories
from tests.villages.edisi.bahan import pengelola


@pytest.fixture(params=["16.07", "15.02"])
def kantor(request, db):
    """Admin kabupaten demo yang belum punya satu wilayah pun."""
    return pengelola(request.param)


@pytest.fixture
def betung(banyuasin):
    """Satu kecamatan berdesa empat dan satu kelurahan."""
    kecamatan = factories.make_kecamatan(banyuasin, kode="16.07.05", nama="Betung")
    for nomor, nama in enumerate(("Lubuk", "Muara", "Suka", "Tanjung"), start=1):
        factories.make_desa(kecamatan, kode=f"16.07.05.200{nomor}", nama=nama)
    factories.make_desa(kecamatan, kode="16.07.05.1005", nama="Pasar", jenis="kelurahan")
    return kecamatan
