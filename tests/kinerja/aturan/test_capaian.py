"""Capaian dan predikat: contoh tercetak LKjIP DPMD Banyuasin 2023 dan sifat rumusnya."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.aturan.capaian import (
    Arah,
    Sebutan,
    capaian,
    dibatasi,
    persentase,
)
from kinerja.aturan.predikat import Tingkat, celah_skala, predikat

NILAI = st.decimals(min_value=-(10**6), max_value=10**6, places=4)
TARGET = NILAI.filter(bool)


def d(teks: str | None) -> Decimal | None:
    return None if teks is None else Decimal(teks)


# LKjIP 2023 BAB III: 85 ke atas, 70 sampai di bawah 85, di atas 55 sampai di bawah 70, 55 ke bawah.
SKALA = (
    Tingkat("Sangat Berhasil", bawah=Decimal(85), bawah_inklusif=True),
    Tingkat("Berhasil", Decimal(70), True, Decimal(85), False),
    Tingkat("Cukup Berhasil", Decimal(55), False, Decimal(70), False),
    Tingkat("Tidak Berhasil", atas=Decimal(55), atas_inklusif=True),
)


@pytest.mark.parametrize(
    ("target", "realisasi", "hasil"),
    [
        ("103", "103", "100.00"),
        ("131", "183", "139.69"),
        ("159", "204", "128.30"),
        ("187", "205", "109.63"),
        ("215", "209", "97.21"),  # tercetak 97,20: terpotong
        ("243", "200", "82.30"),
        ("0.70", "59.01", "8430.00"),
        ("44.44", "81.48", "183.35"),
        ("1.76", "1.43", "81.25"),
        ("100", "0", "0.00"),
    ],
)
def test_naik(target: str, realisasi: str, hasil: str) -> None:
    assert capaian(Decimal(target), Decimal(realisasi), Arah.NAIK).persen == Decimal(hasil)


@pytest.mark.parametrize(
    ("target", "realisasi", "hasil"),
    [
        ("10", "10", "100.00"),
        ("10", "8", "120.00"),
        ("10", "15", "50.00"),
        ("10", "25", "-50.00"),
        ("3", "4", "66.67"),
    ],
)
def test_turun(target: str, realisasi: str, hasil: str) -> None:
    assert capaian(Decimal(target), Decimal(realisasi), Arah.TURUN).persen == Decimal(hasil)


@pytest.mark.parametrize("arah", list(Arah))
@pytest.mark.parametrize(
    ("target", "realisasi"), [("0", "5"), ("0", "0"), (None, "5"), ("5", None), (None, None)]
)
def test_what_cannot_be_computed_is_none(
    target: str | None, realisasi: str | None, arah: Arah
) -> None:
    assert capaian(d(target), d(realisasi), arah).persen is None


@given(TARGET)
def test_target_reached_is_100(target: Decimal) -> None:
    assert (
        capaian(target, target, Arah.NAIK).persen
        == capaian(target, target, Arah.TURUN).persen
        == 100
    )


@given(TARGET, NILAI)
def test_both_directions_mirror_around_100(target: Decimal, realisasi: Decimal) -> None:
    naik, turun = (capaian(target, realisasi, arah).persen for arah in (Arah.NAIK, Arah.TURUN))
    assert naik is not None
    assert turun is not None
    assert abs(naik + turun - 200) <= Decimal("0.01")


@pytest.mark.parametrize(
    ("bagian", "dari", "hasil"),
    [
        (22, 27, "81.48"),
        (3, 209, "1.44"),
        (10361934024, 10716928854, "96.69"),
        (0, 5, "0.00"),
        (Decimal("1.5"), 3, "50.00"),
    ],
)
def test_persentase(bagian: Decimal | int, dari: int, hasil: str) -> None:
    assert persentase(bagian, dari) == Decimal(hasil)


@pytest.mark.parametrize(
    ("bagian", "dari"), [(1, 0), (1, None), (None, 5), (0, 0), (1, Decimal("0.00"))]
)
def test_percentage_without_a_base_is_none(bagian: int | None, dari: Decimal | int | None) -> None:
    assert persentase(bagian, dari) is None


@pytest.mark.parametrize(
    ("nilai", "nama"),
    [
        ("139.69", "Sangat Berhasil"),
        ("85.00", "Sangat Berhasil"),
        ("84.99", "Berhasil"),
        ("82.30", "Berhasil"),
        ("70.00", "Berhasil"),
        ("69.99", "Cukup Berhasil"),
        ("55.01", "Cukup Berhasil"),
        ("55.00", "Tidak Berhasil"),
        ("-50.00", "Tidak Berhasil"),
        (None, None),
    ],
)
def test_predikat_at_the_edges(nilai: str | None, nama: str | None) -> None:
    assert predikat(d(nilai), SKALA) == nama


@given(NILAI)
def test_every_value_has_exactly_one_predikat(nilai: Decimal) -> None:
    assert len([t for t in SKALA if t.memuat(nilai)]) == 1


def test_open_end_does_not_hold_its_edge() -> None:
    """Batas yang tidak inklusif tidak termasuk, walau tidak ada tingkat lain yang memuatnya."""
    tingkat = Tingkat("Uji", bawah=Decimal(10), atas=Decimal(20))
    assert [tingkat.memuat(Decimal(x)) for x in (10, 11, 19, 20)] == [False, True, True, False]


def test_value_outside_the_scale_has_no_predikat() -> None:
    assert predikat(Decimal(10), SKALA[:2]) is None
    assert predikat(Decimal(10), ()) is None


def test_whole_scale_has_no_gap() -> None:
    assert celah_skala(SKALA) == []
    assert celah_skala(()) == []


def test_gaps_and_overlaps_are_named() -> None:
    gap = (Tingkat("A", Decimal(91), True), Tingkat("B", Decimal(76), True, Decimal(90), True))
    assert celah_skala(gap) == ["Batas B dan A tidak bertemu."]
    twice = (Tingkat("A", Decimal(90), True), Tingkat("B", None, False, Decimal(90), True))
    assert celah_skala(twice) == ["Nilai 90 berada di kedua tingkat: B dan A."]
    nowhere = (Tingkat("A", Decimal(90)), Tingkat("B", None, False, Decimal(90), False))
    assert celah_skala(nowhere) == ["Nilai 90 berada di luar keduanya: B dan A."]
    open_end = (Tingkat("A"), Tingkat("B", None, False, Decimal(90)))
    assert celah_skala(open_end) == ["Batas B dan A tidak bertemu."]


@pytest.mark.parametrize(
    ("angka", "bawah", "atas", "hasil"),
    [
        ("183.34", None, "120", "120"),
        ("-20", "0", None, "0"),
        ("95", "0", "100", "95"),
        ("95", None, None, "95"),
        (None, "0", "100", None),
    ],
)
def test_dibatasi(angka, bawah, atas, hasil):
    assert dibatasi(d(angka), d(bawah), d(atas)) == d(hasil)


def test_sebutan():
    """Opini BPK: tercapai 100; di bawah target tidak dapat dihitung karena skalanya tanpa nilai."""
    wtp, wdp = Sebutan("WTP", 1), Sebutan("WDP", 2)
    hasil = [capaian(target, hasil).rasio for target, hasil in ((wdp, wtp), (wtp, wtp), (wtp, wdp))]
    assert hasil == [100, 100, None]
    assert capaian(None, wtp).rasio is None
    assert capaian(wtp, None).rasio is None
    assert capaian(wtp, Decimal(1)).rasio is None
    assert capaian(Sebutan("A", 1, Decimal(4)), Sebutan("B", 2, Decimal(3))).rasio == 75


def test_capaian_dibatasi_menyimpan_yang_bebas():
    hasil = capaian(Decimal(10), Decimal(13), atas=Decimal(120))
    assert (hasil.rasio, hasil.bebas, hasil.persen, hasil.is_dibatasi) == (120, 130, 120, True)
    assert not capaian(Decimal(10), Decimal(12), atas=Decimal(120)).is_dibatasi


@pytest.mark.parametrize(
    ("arah", "lambang", "mudah"),
    [
        (Arah.NAIK, "↑", [True, False, False]),
        (Arah.TURUN, "↓", [False, False, True]),
        (Arah.BALIK, "↓", [False, False, True]),
        (Arah.TEPAT, "=", [False, False, False]),
        (Arah.RENTANG, "±", [False, False, False]),
    ],
)
def test_arah_dengan_kata(arah, lambang, mudah):
    rumus = arah.rumus
    assert rumus.lambang == lambang
    assert rumus.pilihan == f"{rumus.nama}: {rumus.tulisan}"
    assert [rumus.is_lebih_mudah(Decimal(target), Decimal(5)) for target in (4, 5, 6)] == mudah


@pytest.mark.parametrize(
    ("arah", "target", "realisasi", "toleransi", "hasil"),
    [
        (Arah.BALIK, "10", "8", "0", "125.00"),
        (Arah.BALIK, "10", "20", "0", "50.00"),
        (Arah.BALIK, "10", "0", "0", None),
        (Arah.TEPAT, "10", "10", "0", "100.00"),
        (Arah.TEPAT, "10", "12", "5", "80.00"),
        (Arah.TEPAT, "10", "7", "5", "70.00"),
        (Arah.TEPAT, "10", "25", "0", "-50.00"),
        (Arah.RENTANG, "4", "3", "1", "100.00"),
        (Arah.RENTANG, "4", "5", "1", "100.00"),
        (Arah.RENTANG, "4", "6", "1", "75.00"),
        (Arah.RENTANG, "4", "1", "1", "50.00"),
        (Arah.RENTANG, "0", "1", "1", None),
    ],
)
def test_rumus_lain(arah, target, realisasi, toleransi, hasil):
    persen = capaian(d(target), d(realisasi), arah, toleransi=Decimal(toleransi)).persen
    assert persen == d(hasil)


@given(TARGET, NILAI, st.decimals(min_value=0, max_value=1000, places=2))
def test_rentang_tidak_pernah_di_atas_100(
    target: Decimal, realisasi: Decimal, toleransi: Decimal
) -> None:
    persen = capaian(target, realisasi, Arah.RENTANG, toleransi=toleransi).persen
    tepat = capaian(target, realisasi, Arah.TEPAT).persen
    assert persen is not None
    assert tepat is not None
    assert tepat <= persen <= 100
    assert (persen == 100) or abs(realisasi - target) > toleransi
