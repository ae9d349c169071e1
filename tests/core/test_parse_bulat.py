"""Isian tanpa desimal: ribuan bergaya asing rancu, tidak dibaca pecahan."""

from decimal import Decimal

import pytest

from core.angka import Rancu, parse_bulat


@pytest.mark.parametrize(
    ("tulisan", "nilai"), [("1,234", 1234), ("-1,234", -1234), ("Rp 1,234", 1234)]
)
def test_isian_tanpa_desimal_menganggap_ribuan_asing_rancu(tulisan, nilai):
    with pytest.raises(Rancu, match=f"“{tulisan}” rancu") as rancu:
        parse_bulat(f" {tulisan} ")
    assert rancu.value.nilai == nilai
    assert [parse_bulat("1.234"), parse_bulat("1,2")] == [1234, Decimal("1.2")]
