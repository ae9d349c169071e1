"""IDM: rumus dan ambang terhadap terbitan Kemendesa, satu desa 2021 dan 288 desa 2024."""

import json
from collections import Counter
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from idm.scoring import TOLERANSI, Status, idm, indeks, sidik, skor_dimensi, status

ROOT = Path(__file__).resolve().parent.parent.parent
ROWS = [
    row["fields"]
    for row in json.loads((ROOT / "fixtures" / "banyuasin_idm.json").read_text())
    if row["model"] == "idm.idmdesa"
]
SKOR = st.lists(st.integers(min_value=0, max_value=5), min_size=1, max_size=60)
INDEKS = st.decimals(min_value=0, max_value=1, places=4)


def test_one_village_as_the_official_service_answered() -> None:
    """Rumusan IDM 2021 desa 3216082011 (Cikedokan, Bekasi): IKS, IKE, IKL dan IDM terbitan."""
    skor = [int(c) for c in "50501135111115535555515555555555444111535021355553"]
    iks, ike, ikl = indeks(skor[:35]), indeks(skor[35:47]), indeks(skor[47:])
    assert (iks, ikl.quantize(Decimal("1e-14"))) == (Decimal("0.72"), Decimal("0.86666666666667"))
    assert ike.quantize(Decimal("1e-14")) == Decimal("0.53333333333333")
    assert idm(iks, ike, ikl) == Decimal("0.7067")
    assert status(idm(iks, ike, ikl)) is Status.BERKEMBANG


def test_every_village_of_2024_gives_its_published_values() -> None:
    rows = [row for row in ROWS if row["tahun"] == 2024]
    assert len(rows) == 288
    for row in rows:
        skor = [int(c) for c in row["skor"]]
        semua_bagian = indeks(skor[:35]), indeks(skor[35:47]), indeks(skor[47:])
        assert [str(x.quantize(Decimal("1e-4"))) for x in semua_bagian] == [
            row["iks"],
            row["ike"],
            row["ikl"],
        ], row["desa"]
        assert (str(idm(*semua_bagian)), status(idm(*semua_bagian))) == (
            row["idm"],
            row["status"],
        ), row["desa"]


def test_every_village_of_2023_is_the_mean_of_its_published_indices() -> None:
    """Hanya subindeks empat desimal yang diketahui, maka selisih 0,0001 wajar."""
    rows = [row for row in ROWS if row["tahun"] == 2023]
    assert len(rows) == 288
    for row in rows:
        mean = idm(Decimal(row["iks"]), Decimal(row["ike"]), Decimal(row["ikl"]))
        assert abs(mean - Decimal(row["idm"])) <= TOLERANSI, row["desa"]
        assert status(Decimal(row["idm"])) == row["status"], row["desa"]


def test_counts_of_2023_are_those_the_lkjip_prints() -> None:
    counts = Counter(status(Decimal(row["idm"])) for row in ROWS if row["tahun"] == 2023)
    assert [counts[s] for s in Status] == [6, 77, 200, 5, 0]


@pytest.mark.parametrize(
    ("nilai", "expected"),
    [
        ("1.0000", Status.MANDIRI),
        ("0.8156", Status.MANDIRI),
        ("0.8155", Status.MAJU),
        ("0.7073", Status.MAJU),
        ("0.7072", Status.BERKEMBANG),
        ("0.5990", Status.BERKEMBANG),
        ("0.5989", Status.TERTINGGAL),
        ("0.4908", Status.TERTINGGAL),
        ("0.4907", Status.SANGAT_TERTINGGAL),
        ("0.0000", Status.SANGAT_TERTINGGAL),
    ],
)
def test_status_at_the_edges_of_permendes_2_2016(nilai: str, expected: Status) -> None:
    assert status(Decimal(nilai)) is expected


def test_rounded_once_at_the_end() -> None:
    """Rata-rata 0,81545 menjadi 0,8155; membulatkan subindeks lebih dahulu memberi 0,8154."""
    assert idm(Decimal("0.815449"), Decimal("0.815449"), Decimal("0.815452")) == Decimal("0.8155")


@pytest.mark.parametrize("skor", [[6], [5, -1], [0, 0, 9]])
def test_score_outside_0_to_5_is_named(skor: list[int]) -> None:
    with pytest.raises(ValueError, match=f"Skor ke-{len(skor)} bernilai {skor[-1]}"):
        indeks(skor)


def test_no_score_no_index() -> None:
    with pytest.raises(ValueError, match="Tidak ada skor"):
        indeks([])


@given(SKOR)
def test_index_lies_between_0_and_1(skor: list[int]) -> None:
    assert 0 <= indeks(skor) <= 1
    assert indeks([5] * len(skor)) == 1
    assert indeks([0] * len(skor)) == 0


@given(SKOR, st.data())
def test_a_better_score_never_lowers_the_index(skor: list[int], data: st.DataObject) -> None:
    i = data.draw(st.integers(min_value=0, max_value=len(skor) - 1))
    better = [*skor[:i], 5, *skor[i + 1 :]]
    assert indeks(better) >= indeks(skor)


@given(INDEKS, INDEKS)
def test_a_higher_idm_never_has_a_lower_status(a: Decimal, b: Decimal) -> None:
    order = list(Status)
    low, high = sorted((a, b))
    assert order.index(status(high)) <= order.index(status(low))


def test_indeks_desa_dari_poin_dimensi():
    maksimum = {"a": 170, "b": 85}
    assert skor_dimensi({"a": Decimal(170), "b": Decimal(85)}, maksimum) == Decimal("100.00")
    assert skor_dimensi({"a": Decimal("85.5"), "b": Decimal(0)}, maksimum) == Decimal("33.53")
    assert skor_dimensi({"a": Decimal(1)}, maksimum) is None
    assert skor_dimensi({}, {}) is None
    for poin in (171, -1):
        with pytest.raises(ValueError, match="paling tinggi 170"):
            skor_dimensi({"a": Decimal(poin), "b": Decimal(0)}, maksimum)


def test_sidik_menurut_instrumen_dan_deretnya():
    assert sidik("idm-2019", "512") == sha256(b"idm-2019:512").hexdigest()
    assert len({sidik("idm-2019", "512"), sidik("idm-2016", "512"), sidik("idm-2019", "513")}) == 3
