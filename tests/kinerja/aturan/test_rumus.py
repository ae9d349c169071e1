"""Rumus satu sel: pembilang, penyebut, faktor; yang meragukan dibiarkan utuh."""

import pytest

from kinerja.aturan.rumus import RumusTertulis, parse_rumus


@pytest.mark.parametrize(
    ("teks", "rumus"),
    [
        ("Jumlah binaan / Jumlah LPM", RumusTertulis("Jumlah binaan", "Jumlah LPM")),
        ("PKK aktif /  Jumlah PKK x 100", RumusTertulis("PKK aktif", "Jumlah PKK", 100)),
        ("(A : B) × 100 %", RumusTertulis("A", "B", 100)),
        ("A dibagi B dikali 1.000", RumusTertulis("A", "B", 1000)),
        ("Lulus / Desa (awal tahun)", RumusTertulis("Lulus", "Desa (awal tahun)")),
        ("Jumlah desa/kelurahan", RumusTertulis("Jumlah desa/kelurahan")),
        ("A / B / C x 100", RumusTertulis("A / B / C x 100")),
    ],
)
def test_rumus(teks, rumus):
    assert parse_rumus(teks) == rumus
