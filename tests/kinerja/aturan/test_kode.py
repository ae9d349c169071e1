import pytest

from kinerja.aturan.kode import baku, masalah_bentuk, sama, seinduk, tingkat


@pytest.mark.parametrize(
    ("kode", "hasil"),
    [
        ("2.13.04.2.01.18", "2.13.04.2.01.0018"),
        ("2.13.04.2.01.0018", "2.13.04.2.01.0018"),
        ("2.13.04.2.01", "2.13.04.2.01"),
        ("2.13.04", "2.13.04"),
        ("", ""),
        ("2.13.04.2.01.018", "2.13.04.2.01.018"),
    ],
)
def test_baku(kode, hasil):
    assert baku(kode) == hasil


def test_tingkat_dan_awal_saudara():
    assert [tingkat(k) for k in ("2.13.04", "2.13.04.2.01", "5.01.03.1.01.0018", "1.01", "")] == [
        "program", "kegiatan", "sub", "", "",
    ]  # fmt: skip
    assert seinduk("2.13.04.2.01.0018") == "2.13.04.2.01"
    assert seinduk("2.13.04.2.01") == "2.13.04"
    assert seinduk("2.13.04") == "2.13"


def test_dua_tulisan_satu_kegiatan():
    assert sama("5.01.03.1.01.18", "5.01.03.1.01.0018")
    assert not sama("5.01.03.1.01.18", "5.01.03.1.01.0019")
    assert not sama("", "")


@pytest.mark.parametrize(
    ("kode", "tingkat", "tahun", "masalah"),
    [
        ("1.02.03", "program", 2025, ""),
        ("1.02.03", "kegiatan", 2025, "Kode harus seperti 2.13.04.2.01."),
        ("1.22.1.22.01.15", "program", 2020, ""),
        ("1.22.1.22.01.15", "program", 2021, "Kode harus seperti 2.13.04."),
        ("", "sub", 2025, ""),
    ],
)
def test_susunan_menurut_tahun(kode, tingkat, tahun, masalah):
    assert masalah_bentuk(kode, tingkat, tahun) == masalah
