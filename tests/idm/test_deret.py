"""Deret skor: jawaban, penurunan, dan hasil yang sama dengan yang tersimpan."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from idm import deret, scoring
from idm.scoring import AMBANG, Status

INDEKS = ["IKS"] * 35 + ["IKE"] * 12 + ["IKL"] * 3


def test_jawaban_mengganti_posisinya():
    kosong = deret.kosong(3)
    assert deret.ganti(kosong, {2: 5, 3: 0}) == "-50"
    assert [deret.skor("-50", posisi) for posisi in (1, 2, 3, 9)] == [None, 5, 0, None]


def test_turun_dua_atau_lebih():
    assert deret.turun("5553-", "4325-") == [2, 3]
    assert deret.turun("55", "-5") == []
    assert deret.turun("", "55") == []


def test_indeks_diketahui_begitu_bagiannya_lengkap():
    sebagian = deret.hasil("5" * 35 + "-" * 15, INDEKS, AMBANG)
    assert (sebagian.iks, sebagian.ike, sebagian.idm, sebagian.status) == (
        Decimal("1.0000"),
        None,
        None,
        None,
    )
    assert (sebagian.terjawab, sebagian.banyak, sebagian.is_lengkap) == (35, 50, False)
    assert deret.hasil("5", ["IKS"], AMBANG).ikl is None


@given(st.lists(st.integers(0, 5), min_size=50, max_size=50))
def test_hasil_sama_dengan_rumus(skor):
    hasil = deret.hasil("".join(map(str, skor)), INDEKS, AMBANG)
    iks, ike, ikl = (
        scoring.indeks(skor[:35]),
        scoring.indeks(skor[35:47]),
        scoring.indeks(skor[47:]),
    )
    assert hasil.is_lengkap
    assert hasil.idm == scoring.idm(iks, ike, ikl)
    assert hasil.status == scoring.status(scoring.idm(iks, ike, ikl))
    assert hasil.status in Status
