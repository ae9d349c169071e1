"""Isian tanpa desimal: ribuan bergaya asing rancu, tidak dibaca pecahan."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from core.angka import Rancu, bulatkan, parse_bulat
from core.forms import AngkaField, BilanganField, RupiahField


@pytest.mark.parametrize(
    ("tulisan", "nilai"), [("1,234", 1234), ("-1,234", -1234), ("Rp 1,234", 1234)]
)
def test_isian_tanpa_desimal_menganggap_ribuan_asing_rancu(tulisan, nilai):
    with pytest.raises(Rancu, match=f"“{tulisan}” rancu") as rancu:
        parse_bulat(f" {tulisan} ")
    assert rancu.value.nilai == nilai
    assert [parse_bulat("1.234"), parse_bulat("1,2")] == [1234, Decimal("1.2")]


@pytest.mark.parametrize("field", [AngkaField(), BilanganField(), RupiahField()])
@pytest.mark.parametrize("tulisan", ["1" + "0" * 30, "1" * 29 + ",5", "-" + "9" * 29])
def test_angka_sepanjang_apa_pun_ditolak_dengan_kalimat(field, tulisan):
    with pytest.raises(ValidationError, match="Angkanya terlalu panjang; paling banyak 15 angka"):
        field.clean(tulisan)


def test_membulatkan_angka_sepanjang_sel_lembar_kerja():
    assert bulatkan(Decimal("1E+308"), 2) == Decimal("1E+308")
