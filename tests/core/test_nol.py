"""Nol tidak pernah bertanda minus."""

from decimal import Decimal

import pytest

from core.angka import bulatkan, parse


@pytest.mark.parametrize("teks", ["-0", "-0,00", "Rp -0", "-0 %"])
def test_parse_has_no_negative_zero(teks: str) -> None:
    assert not parse(teks).is_signed()


def test_rounding_has_no_negative_zero() -> None:
    assert not bulatkan(Decimal("-0.004"), 2).is_signed()
