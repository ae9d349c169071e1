"""Lebar tulisan yang ditakar sama dengan lebar huruf cetaknya."""

import pytest
from fontTools.ttLib import TTFont

from documents.huruf import BIASA, TEBAL, TERLEBAR, banyak_baris, lebar
from documents.pencetak import FONTS


@pytest.mark.parametrize("gaya, kelompok", [("Regular", BIASA), ("Bold", TEBAL)])
def test_lebar_menurut_hurufnya(gaya, kelompok):
    """Tidak kurang, dan lebihnya kurang dari sepersepuluh besar huruf."""
    with TTFont(f"{FONTS}/LiberationSans-{gaya}.ttf") as huruf:
        nama, ukuran = huruf.getBestCmap(), huruf["hmtx"]
        perseribu = 1000 / huruf["head"].unitsPerEm
    for takaran, semua in kelompok.items():
        for aksara in semua:
            asli = ukuran[nama[ord(aksara)]][0] * perseribu
            assert asli <= takaran < asli + 100, aksara


def test_aksara_lain_dianggap_terlebar():
    assert lebar("é…") == 2 * TERLEBAR
    assert lebar("Desa", is_tebal=True) > lebar("Desa") == 723 + 557 + 500 + 557


def test_dipenggal_pada_spasi():
    kata = lebar("desa")
    dua = 2 * kata + lebar(" ")
    assert banyak_baris("", 1) == 1
    assert banyak_baris("desa desa", dua) == 1
    assert banyak_baris("desa desa", dua - 1) == 2
    assert banyak_baris("desa\n\ndesa desa", dua) == 3


def test_kata_lebih_lebar_daripada_tempatnya():
    assert banyak_baris("desa" * 3, lebar("desa")) == 3
    assert banyak_baris("a " + "desa" * 2, lebar("desa")) == 3
