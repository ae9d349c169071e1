"""Yang lazimnya salah ketik: K jauh di atas target, uang di luar pagunya."""

from dataclasses import replace
from decimal import Decimal

import pytest

from kinerja.aturan.capaian import Arah
from kinerja.aturan.periode import ADITIF
from kinerja.aturan.rencana import KOSONG, Evaluasi, Takaran
from kinerja.aturan.wajar import (
    BERPAGU_KOSONG,
    LEBIH,
    NEGATIF,
    jauh_target,
    lepas_pagu,
    luar_pagu,
    persen_naik,
)

TARGET = Takaran(Decimal(3), Decimal(1000))


def evaluasi(*triwulan, target=TARGET):
    return Evaluasi(target, triwulan)


def test_triwulan_yang_jauh_disebut():
    satu = Takaran(Decimal(1), Decimal(400))
    besar = Takaran(Decimal(99999999999999), Decimal(9999999999999999))
    semua = evaluasi(satu, KOSONG, besar)
    assert jauh_target(semua, "Dokumen") == [
        "Triwulan III: K 99.999.999.999.999 Dokumen jauh di atas target 3 Dokumen."
    ]
    assert luar_pagu(semua) == ["Triwulan III: Rp 9.999.999.999.999.999 melebihi pagu Rp 1.000."]


def test_setahun_bila_tiap_triwulannya_wajar():
    lima = Takaran(Decimal(5), Decimal(600))
    (k,) = jauh_target(evaluasi(lima, lima), "Dokumen")
    assert k.startswith("Setahun: K 10 Dokumen jauh")
    (uang,) = luar_pagu(evaluasi(lima, lima))
    assert uang.startswith("Setahun: Rp 1.200 melebihi")


@pytest.mark.parametrize(
    ("semua", "pagu", "kalimat"),
    [
        ((600, -601), 1000, [NEGATIF]),
        ((1200, -1300), 1000, [NEGATIF]),
        ((600, -601), None, [NEGATIF]),
        ((5, None), None, [BERPAGU_KOSONG]),
        ((5, -5), 1000, []),
        ((None,), 1000, []),
    ],
)
def test_setahun_yang_negatif_atau_tanpa_pagu_disebut(semua, pagu, kalimat):
    triwulan = [Takaran(None, None if rp is None else Decimal(rp)) for rp in semua]
    target = Takaran(None, None if pagu is None else Decimal(pagu))
    assert luar_pagu(evaluasi(*triwulan, target=target)) == kalimat


@pytest.mark.parametrize("uang", [None, Decimal(600)])
def test_yang_wajar_atau_tanpa_pembanding_diam(uang):
    target = Takaran(None if uang is None else Decimal(5), uang)
    semua = evaluasi(Takaran(Decimal(5), uang), KOSONG, target=target)
    assert jauh_target(semua, "Dokumen") == []
    assert luar_pagu(semua) == []


def test_rumus_lain_tidak_dibandingkan():
    turun = replace(ADITIF, arah=Arah.TURUN)
    assert persen_naik(turun, Decimal(3), Decimal(9)) is None
    assert persen_naik(ADITIF, Decimal(3), Decimal(9)) == 300


@pytest.mark.parametrize(
    ("realisasi", "pagu", "kalimat"),
    [(-1, 5, NEGATIF), (1, None, BERPAGU_KOSONG), (0, None, ""), (6, 5, LEBIH), (5, 5, "")],
)
def test_realisasi_di_luar_pagunya(realisasi, pagu, kalimat):
    assert lepas_pagu(Decimal(realisasi), pagu) == kalimat
