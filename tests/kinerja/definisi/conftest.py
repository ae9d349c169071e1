"""Satu indikator pecahan yang terisi dua tahun."""

import pytest

from tests.factories import make_indikator, make_realisasi, make_sasaran, make_target
from tests.kinerja.definisi.bahan import TAHUN


@pytest.fixture
def indikator(banyuasin):
    """Pecahan persen yang makin tinggi makin baik, terisi dua tahun."""
    sasaran = make_sasaran(banyuasin)
    row = make_indikator(
        banyuasin,
        sasaran=sasaran,
        jenis="iku",
        satuan="%",
        rumus_pembilang="desa aktif",
        rumus_penyebut="desa",
        faktor=100,
    )
    for tahun in TAHUN:
        make_target(row, "80", tahun=tahun)
        make_realisasi(row, None, tahun=tahun, pembilang=60, penyebut=100)
    return row


@pytest.fixture
def operator(users):
    return users["operator"]
