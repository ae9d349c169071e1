"""Angka dalam kurung, cara akuntansi menulis negatif: diusulkan, tidak ditebak."""

from decimal import Decimal

import pytest

from core.angka import Berkata, BukanAngka, parse, ringkas


@pytest.mark.parametrize(
    ("teks", "nilai"),
    [
        ("(500)", "-500"),
        ("(Rp 1.000,-)", "-1000"),
        ("Rp. (1.234,50)", "-1234.50"),
        ("(1,234.56)", "-1234.56"),
        ("(7 juta)", "-7000000"),
    ],
)
def test_kurung_akuntansi_diusulkan_negatif(teks: str, nilai: str) -> None:
    with pytest.raises(Berkata) as error:
        parse(teks)
    angka = Decimal(nilai)
    pokok = f"“{teks}” dalam kurung, cara akuntansi menulis negatif."
    assert str(error.value) == f"{pokok} Tulis {ringkas(angka)}."
    assert error.value.bagi(lambda nilai: nilai >= 0) == pokok


@pytest.mark.parametrize("teks", ["(0)", "(-5)", "(lima)", "((5))", "(5", "()"])
def test_kurung_yang_bukan_angka_positif(teks: str) -> None:
    with pytest.raises(BukanAngka, match="bukan angka yang dikenali"):
        parse(teks)
