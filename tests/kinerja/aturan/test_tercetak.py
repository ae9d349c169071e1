from decimal import Decimal

import pytest

from kinerja.aturan.tercetak import (
    Banding,
    bandingkan,
    dari_asing,
    desimal,
    is_asing,
    is_kosong,
    is_strip,
)


@pytest.mark.parametrize(
    ("tercetak", "dihitung", "simpulan"),
    [
        ("82,30", Decimal(20000) / 243, Banding.SAMA),
        (
            "1,43",
            Decimal(300) / 209,
            Banding.DIPOTONG,
        ),  # LKjIP Banyuasin 2023, IKK 7: setengah ke atas 1,44
        ("97,20", Decimal(20900) / 215, Banding.DIPOTONG),  # naskah; tabelnya mencetak 97,21
        ("97,21", Decimal(20900) / 215, Banding.SAMA),
        ("88 Orang", Decimal(25), Banding.BERBEDA),  # jumlah Tabel 1.3
        ("Rp 354.994.830", Decimal(354994830), Banding.SAMA),
        ("3,31", Decimal("3.3125"), Banding.SAMA),
        ("BB", "BB", Banding.SAMA),
        ("BB", "B", Banding.BERBEDA),
        ("sepuluh milyar rupiah", "sepuluh miliar rupiah", Banding.SAMA),
        ("1,43", None, Banding.TIDAK_DIHITUNG),
        ("12.34", Decimal("12.34"), Banding.BERBEDA),
    ],
)
def test_bandingkan(tercetak, dihitung, simpulan):
    assert bandingkan(tercetak, dihitung) is simpulan


def test_desimal():
    assert [desimal("82,30"), desimal("243"), desimal("80,6 %")] == [2, 0, 1]


def test_tulisan_asing_dan_strip():
    assert dari_asing("4,685,661,625") == "4.685.661.625"
    assert bandingkan(dari_asing("14.88"), Decimal("14.876")) is Banding.SAMA
    assert [is_strip(t) for t in ("-", " – ", "0", "")] == [True, True, False, False]


@pytest.mark.parametrize(
    ("tulisan", "asing"),
    [
        ("4,685,661,625", True),
        ("93.57%", True),
        ("Rp 1,250.50", True),
        ("4.685.661.625", False),
        ("93,57", False),
        ("82", False),
    ],
)
def test_pemisah_asing(tulisan, asing):
    assert is_asing(tulisan) is asing


def test_sel_kosong():
    assert is_kosong("(kosong)")
    assert is_kosong("-")
    assert not is_kosong("0")
