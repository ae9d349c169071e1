"""Hasil deret menurut susunan instrumennya: indeks IDM, atau dimensi Indeks Desa."""

from decimal import Decimal

import pytest

from idm.scoring import AMBANG, Status
from idm.susunan import Susunan

D = Decimal
BATAS = (
    (D("79.62"), Status.MANDIRI),
    (D("69.34"), Status.MAJU),
    (D("57.38"), Status.BERKEMBANG),
    (D("49.48"), Status.TERTINGGAL),
)
DUA = Susunan(letak=("A", "A", "B"), ambang=BATAS, maksimum={"A": 10, "B": 5})
IDM = Susunan(letak=("IKS", "IKE", "IKL"), ambang=AMBANG, maksimum={})


def test_dimensi_yang_lengkap_saja_bernilai():
    hasil = DUA.hasil("5-3")
    a, b = hasil.bagian
    assert (a.nilai, a.poin, a.maksimum) == (None, 5, 10)
    assert (b.nilai, b.poin, b.maksimum) == (D(3), 3, 5)
    assert (hasil.nilai, hasil.status, hasil.poin) == (None, None, [])
    assert (hasil.terjawab, hasil.banyak, hasil.is_lengkap) == (2, 3, False)


def test_skor_dari_aspek():
    hasil = DUA.hasil("453")
    assert hasil.nilai == D("80.00")
    assert hasil.status == Status.MANDIRI
    assert hasil.poin == [D(9), D(3)]
    assert hasil.is_lengkap
    assert DUA.desimal == 2


def test_aspek_tidak_terjawab_bukan_nol_tetapi_skala_boleh_nol():
    assert DUA.hasil("00-").nilai is None
    assert DUA.hasil("000").nilai == D("0.00")


def test_dimensi_tanpa_aspek_tidak_bernilai():
    kosong = Susunan(letak=("A",), ambang=BATAS, maksimum={"A": 5, "C": 5})
    assert kosong.hasil("5").bagian[1].nilai is None
    assert kosong.hasil("5").nilai is None


def test_idm_tetap_rata_rata_ketiga_indeks():
    hasil = IDM.hasil("543")
    assert [b.nilai for b in hasil.bagian] == [D("1.0000"), D("0.8000"), D("0.6000")]
    assert (hasil.nilai, hasil.poin, IDM.desimal) == (D("0.8000"), [], 4)
    assert hasil.status == Status.MAJU


@pytest.mark.parametrize(
    ("poin", "skor", "status"),
    [
        # batasnya lebih besar dari, atas skor yang dibulatkan sekali: 505,6 / 635 = 79,622…
        (D("505.55"), D("79.61"), Status.MAJU),
        (D("505.59"), D("79.62"), Status.MAJU),
        (D("505.62"), D("79.63"), Status.MANDIRI),
        (D("440.31"), D("69.34"), Status.BERKEMBANG),
        (D("440.35"), D("69.35"), Status.MAJU),
        (D("364.36"), D("57.38"), Status.TERTINGGAL),
        (D("364.40"), D("57.39"), Status.BERKEMBANG),
        (D("314.20"), D("49.48"), Status.SANGAT_TERTINGGAL),
        (D("314.24"), D("49.49"), Status.TERTINGGAL),
    ],
)
def test_batas_tepat_termasuk_tingkat_di_bawahnya(poin, skor, status):
    from idm import scoring

    hitung = scoring.skor_dimensi({"semua": poin}, {"semua": 635})
    assert hitung == skor
    assert scoring.status(hitung, BATAS) == status
