"""Tanggal dan triwulan."""

from datetime import date

import pytest

from core.periode import BULAN, SETAHUN, TRIWULAN, akhir_tahun, tanggal_panjang, triwulan_dari


def test_tanggal_panjang() -> None:
    assert tanggal_panjang(date(2023, 12, 29)) == "29 Desember 2023"
    assert tanggal_panjang(date(2024, 2, 1)) == "1 Februari 2024"


def test_every_month_has_its_quarter() -> None:
    assert [triwulan_dari(bulan) for bulan in range(1, 13)] == [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]


@pytest.mark.parametrize("bulan", [0, 13, -1])
def test_unknown_month_is_refused(bulan: int) -> None:
    with pytest.raises(ValueError, match="tidak ada"):
        triwulan_dari(bulan)


def test_akhir_tahun_stays_in_the_calendar() -> None:
    assert akhir_tahun(2023) == date(2023, 12, 31)
    assert akhir_tahun(0) == date(1, 12, 31)
    assert akhir_tahun(12345) == date(9999, 12, 31)


def test_names() -> None:
    assert len(BULAN) == 12
    assert list(TRIWULAN) == [SETAHUN, 1, 2, 3, 4]
