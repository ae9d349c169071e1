import pytest

from kinerja.aturan.kode import baku, induk, sama, tingkat


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


def test_sama():
    assert sama("2.13.04.2.01.18", "2.13.04.2.01.0018")
    assert not sama("2.13.04.2.01.18", "2.13.04.2.01.0008")
    assert not sama("", "")


def test_tingkat_dan_induk():
    assert [tingkat(k) for k in ("2.13.04", "2.13.04.2.01", "2.13.04.2.01.18", "1.01.01", "")] == [
        "program", "kegiatan", "sub", "", "",
    ]  # fmt: skip
    assert induk("2.13.04.2.01.0018") == "2.13.04.2.01"
    assert induk("2.13.04.2.01") == "2.13.04"
