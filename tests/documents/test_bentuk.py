"""Satuan yang hanya tampak karena bentuk angkanya tidak hilang saat lembarnya dibaca."""

import pytest
from openpyxl import Workbook

from documents.pembaca import sel_dari


@pytest.mark.parametrize(
    ("bentuk", "jenis", "satuan"),
    [
        ('0 "Orang"', "angka", "Orang"),
        ('#,##0\\ "Dok.";[Red]-#,##0\\ "Dok."', "angka", "Dok."),
        ('_("Rp"* #,##0_);_("Rp"* (#,##0);_("Rp"* "-"_)', "angka", "Rp"),
        ("[$Rp-421]#,##0", "angka", "Rp"),
        ('0"%"', "angka", "%"),
        ('0.0% "capaian"', "persen", "capaian"),
        ('#,##0 "-"', "angka", ""),
        ("[Red][>=10]0", "angka", ""),
    ],
)
def test_satuan_pada_bentuk_angka_ikut_dibaca(bentuk, jenis, satuan):
    sel = Workbook().active.cell(1, 1, 12)
    sel.number_format = bentuk
    assert sel_dari(sel) == (jenis, "12", satuan)
