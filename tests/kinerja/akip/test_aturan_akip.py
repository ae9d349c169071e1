"""Nilai evaluasi AKIP: hitungan, usulan tingkat, dan bobot pedoman yang harus sejumlah."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.aturan.akip import (
    NilaiAkip,
    Subkomponen,
    induk,
    jenjang,
    masalah_bobot,
    usulan,
)

TINGKAT = (100, 90, 80, 70, 60, 50, 30, 0, None)
BOBOT = st.decimals(min_value=0, max_value=100, places=2)
SEMUA = st.lists(st.tuples(st.sampled_from("1234"), BOBOT, st.sampled_from(TINGKAT)), max_size=12)


def nilai(*tingkat: int | None, bobot: str = "25") -> NilaiAkip:
    semua = []
    for nomor, satu in enumerate(tingkat, 1):
        angka = None if satu is None else Decimal(satu)
        semua.append(Subkomponen(f"{nomor}.a", Decimal(bobot), angka))
    return NilaiAkip(semua)


@given(SEMUA)
def test_jumlah_bobot_kali_tingkat_tanpa_pembulatan(semua):
    """Dibandingkan dengan pecahan tepat; satu yang belum membuat semuanya tidak diketahui."""
    sub = []
    for urut, (komponen, bobot, tingkat) in enumerate(semua):
        angka = None if tingkat is None else Decimal(tingkat)
        sub.append(Subkomponen(f"{komponen}.{'abcdefghijkl'[urut]}", bobot, angka))
    hasil = NilaiAkip(sub)
    tepat = sum(Fraction(bobot) * (tingkat or 0) / 100 for _, bobot, tingkat in semua)
    is_lengkap = bool(semua) and None not in {tingkat for _, _, tingkat in semua}
    assert (hasil.nilai is not None) == is_lengkap
    if is_lengkap:
        assert Fraction(hasil.nilai) == tepat
        per_komponen = [hasil.komponen(kode) for kode in {satu.kode[0] for satu in sub}]
        assert Fraction(sum(per_komponen)) == tepat
    assert hasil.belum == [satu.kode for satu in sub if satu.tingkat is None]


def test_yang_belum_bukan_nol():
    assert nilai(100, None).nilai is None
    assert nilai(100, None).belum == ["2.a"]
    assert nilai(100, None).komponen("1") == nilai(100, None).sub("1.a") == 25
    assert nilai(0, 0, 0, 0).nilai == 0
    assert (nilai().nilai, nilai(100).komponen("9")) == (None, None)


@pytest.mark.parametrize(
    ("terpenuhi", "semua", "tingkat"),
    [
        (0, 0, ""),
        (0, 4, "E"),
        (1, 100, "D"),
        (1, 4, "D"),
        (26, 100, "C"),
        (2, 4, "C"),
        (51, 100, "CC"),
        (3, 4, "CC"),
        (76, 100, "B"),
        (99, 100, "B"),
        (4, 4, "BB"),
    ],
)
def test_usulan_menurut_bagian_yang_terpenuhi(terpenuhi, semua, tingkat):
    """Tepat pada batasnya tetap tingkat di bawahnya; A dan AA tidak pernah diusulkan."""
    assert usulan(terpenuhi, semua) == tingkat


def test_bobot_yang_tidak_sejumlah_menyebut_tempatnya():
    bobot = {"1": Decimal(60), "1.a": Decimal(60), "1.a.1": None, "2": Decimal(40)}
    assert masalah_bobot(bobot) == ["2 berbobot 40, subkomponennya berjumlah 0."]
    bobot |= {"2.a": Decimal("39.5"), "3.a.1": None}
    assert masalah_bobot(bobot) == [
        "3.a.1 tanpa 3.a.",
        "2 berbobot 40, subkomponennya berjumlah 39,5.",
    ]
    assert masalah_bobot({}) == ["Bobot komponen berjumlah 0, seharusnya 100."]
    del bobot["3.a.1"]
    bobot["2.b"] = Decimal("0.50")
    assert masalah_bobot(bobot) == []


def test_jenjang_dan_induk():
    assert [jenjang(kode) for kode in ("1", "1.a", "1.a.10")] == [1, 2, 3]
    assert [induk(kode) for kode in ("1", "1.a", "1.a.10")] == ["", "1", "1.a"]
