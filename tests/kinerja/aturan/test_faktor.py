"""Pengali rumus pecahan menurut satuannya."""

import pytest

from kinerja.aturan.satuan import masalah_faktor, usulan_faktor


@pytest.mark.parametrize(
    ("satuan", "faktor"),
    [
        ("%", 100), ("Persen", 100), ("persentase", 100), ("‰", 1000), ("Permil", 1000),
        ("per mil", 1000), ("per 1.000 kelahiran", 1000), ("orang per 100 desa", 100),
        ("per 100.000 penduduk", 100_000), ("per 1.000.000 penduduk", 1_000_000),
        ("kasus per 100 ribu penduduk", 100_000), ("per sejuta penduduk", 1_000_000),
        ("per seribu kelahiran", 1000), ("per 10 desa", 1), ("per 10 juta jiwa", 1),
        ("Rasio", 1), ("Indeks", 1), ("Nilai", 1), ("Orang", 1), ("per desa", 1), ("", 1),
    ],
)  # fmt: skip
def test_usulan_menurut_satuan(satuan, faktor):
    assert usulan_faktor(satuan, is_pecahan=True) == faktor
    assert usulan_faktor(satuan, is_pecahan=False) == 1
    assert masalah_faktor(satuan, faktor, is_pecahan=True) == ""


@pytest.mark.parametrize(
    ("satuan", "faktor", "is_pecahan", "masalah"),
    [
        ("%", 1, True, "Satuannya % tetapi rumusnya dikali 1, bukan 100."),
        ("‰", 100, True, "Satuannya ‰ tetapi rumusnya dikali 100, bukan 1.000."),
        ("%", 1, False, ""),
        ("Nilai", 100, False, "Rumusnya dikali 100 tetapi satuannya Nilai."),
        ("Desa", 1000, True, "Rumusnya dikali 1.000 tetapi satuannya Desa."),
    ],
)
def test_masalah_faktor(satuan, faktor, is_pecahan, masalah):
    assert masalah_faktor(satuan, faktor, is_pecahan=is_pecahan) == masalah
