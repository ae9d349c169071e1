"""Kode wilayah Kemendagri: jenis menurut bagian akhir, dengan dan tanpa titik."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from villages.kode import DESA, KELURAHAN, dengan_titik, jenis, tanpa_titik


@pytest.mark.parametrize(("kode", "hasil"), [("16.07.01.2001", DESA), ("16.07.01.1001", KELURAHAN)])
def test_jenis_follows_the_last_part(kode: str, hasil: str) -> None:
    assert jenis(kode) == hasil


@pytest.mark.parametrize(
    "kode", ["", "16.07.01", "16.07.01.4001", "1607012001", "16.07.01.20011", "ab.07.01.2001"]
)
def test_other_codes_are_refused(kode: str) -> None:
    with pytest.raises(ValueError, match="bukan kode desa/kelurahan"):
        jenis(kode)


@pytest.mark.parametrize(
    "angka", ["", "160701200", "16070120011", "16.07.01.2001", "160701200a", "1607012001\n"]
)
def test_ten_digits_are_needed(angka: str) -> None:
    with pytest.raises(ValueError, match="sepuluh angka"):
        dengan_titik(angka)


@given(st.text(alphabet="0123456789", min_size=10, max_size=10))
def test_dots_come_and_go(angka: str) -> None:
    assert tanpa_titik(dengan_titik(angka)) == angka
