"""Predikat dan nilai AKIP yang disebut kalimat, dan siapa yang dikatakan mendapatnya."""

import pytest

from kinerja.aturan.kalimat_predikat import (
    SALAH_SATU,
    SEMUA,
    lingkup_iku,
    nilai_akip,
    predikat_disebut,
)


def test_predikat_dan_nilai_akip():
    nama = ["Tinggi", "Sangat Tinggi"]
    assert predikat_disebut("IKU berpredikat sangat tinggi", nama) == "Sangat Tinggi"
    assert predikat_disebut("predikat Tinggi atau Sangat Tinggi", nama) == ""
    assert predikat_disebut("IKU Tinggi", nama) == ""
    assert nilai_akip("Nilai AKIP 71,5 persen") == [("71,5", "persen")]
    assert nilai_akip("nilai AKIP naik 5 %") == []


@pytest.mark.parametrize(
    ("kalimat", "berapa"),
    [
        ("Seluruh IKU berpredikat Berhasil.", SEMUA),
        ("Salah satu IKU berpredikat Berhasil.", SALAH_SATU),
        ("Dua IKU berpredikat Berhasil.", 2),
        ("Capaian IKU berpredikat Berhasil.", ""),
    ],
)
def test_lingkup_predikat(kalimat, berapa):
    assert lingkup_iku(kalimat) == berapa
