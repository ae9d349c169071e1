"""Calon wilayah yang sama: nama, lalu kemiripan, lalu nomor; yang kembar tidak pernah pasti."""

from decimal import Decimal

from villages.padanan import calon, is_dekat, pasangan_pasti, sekecamatan


def test_nama_sama_di_depan_lalu_yang_mirip_lalu_yang_bernomor_sama():
    lepas = {
        "16.07.01.2009": "Muara",
        "16.07.01.2003": "Sungai Dua",
        "16.07.02.2004": "Sungaidua",
        "16.07.03.2005": "Sungai Duri",
        "16.07.01.2001": "Lain sekali",
    }
    assert calon("16.07.01.2009", "Sungai Dua", lepas) == [
        "16.07.01.2003", "16.07.02.2004", "16.07.03.2005", "16.07.01.2009", "16.07.01.2001",
    ]  # fmt: skip
    assert calon("16.07.22.1001", "Baru", lepas) == ["16.07.01.2001"]
    assert calon("16.07.22.2088", "Zaitun", lepas) == []


def test_kecamatan_tidak_dicocokkan_menurut_nomor():
    assert calon("16.07.22", "Zaitun", {"16.07.02": "Betung"}) == []
    assert calon("16.07.22", "Betung", {"16.07.02": "Betung"}) == ["16.07.02"]


def test_pasangan_pasti_hanya_bila_namanya_tunggal_di_kedua_sisi():
    baru = {"1": "Muara Baru", "2": "Makarti", "3": "Sumber"}
    lepas = {"8": "Muarabaru", "9": "Makarti", "10": "Makarti", "11": "Tidak Ada"}
    assert pasangan_pasti(baru, lepas) == {"1": "8"}


def test_yang_berganti_nama_dan_kode_ditawarkan_menurut_letak_lalu_kecamatannya():
    """Yang lama hilang dan yang baru datang: berdekatan, bernomor sama, lalu sekecamatan."""
    lepas = {
        "16.07.01.2003": "Muara",
        "16.07.02.2011": "Lubuk",
        "16.07.05.2012": "Tanjung",
        "16.07.09.2013": "Pasar",
    }
    baru = ("16.07.05.2011", "Zaitun")
    assert calon(*baru, lepas) == ["16.07.02.2011", "16.07.05.2012"]
    assert calon(*baru, lepas, dekat=["16.07.09.2013"])[0] == "16.07.09.2013"
    assert calon(*baru, lepas, awal=["16.07.01"])[-2:] == ["16.07.01.2003", "16.07.05.2012"]
    assert sekecamatan("16.07.05", lepas) == []
    assert sekecamatan("16.07.05.2011", ["16.07.05", *lepas]) == ["16.07.05.2012"]


def test_berdekatan():
    satu = (Decimal("-2.87"), Decimal("104.75"))
    assert is_dekat(satu, (Decimal("-2.85"), Decimal("104.78")))
    assert not is_dekat(satu, (Decimal("-2.87"), Decimal("104.79")))
