"""Membaik, tetap, memburuk: menurut arahnya, pada desimal cetaknya, dan bila tidak terbanding."""

from copy import copy
from dataclasses import replace
from decimal import Decimal

import pytest

from accounts.models import Kabupaten
from kinerja.aturan.capaian import Arah, Sebutan, capaian
from kinerja.aturan.kecenderungan import Diukur, Kecenderungan, kecenderungan
from kinerja.models import Indikator, Realisasi
from kinerja.tahun.kecenderungan import gerak, is_sama_target
from kinerja.tahun.tahun_kinerja import TahunKinerja
from tests.factories import make_indikator, make_realisasi, make_target

TARGET = Decimal(100)
WTP, WDP = Sebutan("WTP", 1), Sebutan("WDP", 2)
MEMBAIK, TETAP, MEMBURUK, TAK_TERBANDING = Kecenderungan


def diukur(arah: Arah, hasil: int) -> Diukur:
    nilai = Decimal(hasil)
    return Diukur(nilai, capaian(TARGET, nilai, arah).persen)


@pytest.mark.parametrize(
    ("arah", "lalu", "baik", "buruk"),
    [
        (Arah.NAIK, 80, 81, 79),
        (Arah.TURUN, 80, 79, 81),
        (Arah.BALIK, 80, 79, 81),
        (Arah.TEPAT, 80, 110, 130),
        (Arah.RENTANG, 80, 110, 130),
    ],
)
def test_menurut_arahnya(arah: Arah, lalu: int, baik: int, buruk: int) -> None:
    dahulu = diukur(arah, lalu)
    assert kecenderungan(arah, dahulu, diukur(arah, baik)) == MEMBAIK
    assert kecenderungan(arah, dahulu, dahulu) == TETAP
    assert kecenderungan(arah, dahulu, diukur(arah, buruk)) == MEMBURUK


def test_tiap_arah_punya_aturannya() -> None:
    """Arah yang baru tidak diam-diam dibaca seperti yang lain."""
    assert {kecenderungan(a, diukur(a, 80), diukur(a, 90)) for a in Arah} == {MEMBAIK, MEMBURUK}


def test_sebutan_menurut_urutannya_dan_yang_tidak_terbanding() -> None:
    wtp, wdp, kosong = Diukur(WTP, None), Diukur(WDP, None), Diukur(None, None)
    angka = diukur(Arah.NAIK, 1)
    assert kecenderungan(Arah.NAIK, wdp, wtp) == MEMBAIK
    assert kecenderungan(Arah.NAIK, wtp, wdp) == MEMBURUK
    for lalu, kini in ((None, angka), (angka, kosong), (kosong, angka), (wtp, angka)):
        assert kecenderungan(Arah.NAIK, lalu, kini) == TAK_TERBANDING
    tanpa_capaian = Diukur(Decimal(1), None)
    assert kecenderungan(Arah.TEPAT, tanpa_capaian, tanpa_capaian) == TAK_TERBANDING


@pytest.fixture
def indikator(banyuasin: Kabupaten) -> Indikator:
    return make_indikator(banyuasin, desimal=1)


def terbaca(indikator: Indikator) -> tuple[str, str]:
    kabupaten = indikator.sasaran.periode.perangkat_daerah.kabupaten
    satu = gerak(TahunKinerja(kabupaten, 2023).pengukuran, indikator)
    return satu.arah.value, satu.sebab


@pytest.mark.django_db
def test_pada_desimal_cetaknya(indikator: Indikator) -> None:
    make_realisasi(indikator, "80.04", tahun=2023)
    assert terbaca(indikator) == ("tidak dapat dibandingkan", "realisasi 2022 belum diketahui")
    lalu = make_realisasi(indikator, "80.01", tahun=2022)
    assert terbaca(indikator) == ("tetap", "")
    Realisasi.objects.filter(pk=lalu.pk).update(nilai=Decimal("79.9"))
    assert terbaca(indikator) == ("membaik", "")


@pytest.mark.django_db
def test_definisi_yang_berganti_tidak_dibandingkan(indikator: Indikator) -> None:
    """Besarannya lain: angka yang naik pun bukan membaik."""
    make_realisasi(indikator, "80", tahun=2022)
    make_realisasi(indikator, "90", tahun=2023)
    kabupaten = indikator.sasaran.periode.perangkat_daerah.kabupaten
    pengukuran = TahunKinerja(kabupaten, 2023).pengukuran
    lalu = pengukuran.ukur(indikator, 2022)
    lain = copy(lalu.indikator)
    lain.satuan = "satuan lain"
    ukuran = {**pengukuran.ukuran, (indikator.pk, 2022): replace(lalu, indikator=lain)}
    satu = gerak(replace(pengukuran, ukuran=ukuran), indikator)
    assert satu.arah is TAK_TERBANDING
    assert satu.sebab == "definisinya lain dari tahun 2022"


@pytest.mark.django_db
def test_sama_dengan_target_disebut(indikator: Indikator) -> None:
    make_target(indikator, "80", tahun=2023)
    row = make_realisasi(indikator, "80", tahun=2023)
    kabupaten = indikator.sasaran.periode.perangkat_daerah.kabupaten
    assert is_sama_target(TahunKinerja(kabupaten, 2023).pengukuran.ukur(indikator))
    Realisasi.objects.filter(pk=row.pk).update(nilai=Decimal(81))
    assert not is_sama_target(TahunKinerja(kabupaten, 2023).pengukuran.ukur(indikator))
