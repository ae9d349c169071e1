"""Perencana Indeks Desa: sama dengan mencoba semua, dan biaya yang tidak diketahui tetap begitu."""

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from idm.planner import (
    ButirRencana,
    langkah_minimal,
    skor_minimal,
    termurah,
    tersedikit,
)
from idm.planner_poin import DesaPoin
from idm.scoring import Status, status

D = Decimal
BATAS = (
    (D("79.62"), Status.MANDIRI),
    (D("69.34"), Status.MAJU),
    (D("57.38"), Status.BERKEMBANG),
    (D("49.48"), Status.TERTINGGAL),
)
SKALA = ((1, 5), (1, 3, 5), (1, 2, 4, 5), (1, 2, 3, 4, 5), (5,))


@st.composite
def aspek(draw, posisi):
    skala = draw(st.sampled_from(SKALA))
    skor = draw(st.sampled_from((*skala, 1)))
    biaya = {ke: draw(st.one_of(st.none(), st.integers(0, 9))) for ke in skala}
    diketahui = {ke: rupiah for ke, rupiah in biaya.items() if rupiah is not None}
    return ButirRencana(posisi, f"D{posisi % 2}", skor, skala, diketahui)


@st.composite
def desa(draw):
    banyak = draw(st.integers(1, 4))
    butir = [draw(aspek(n)) for n in range(1, banyak + 1)]
    penuh = 5 * banyak + draw(st.integers(0, 5))
    return DesaPoin(butir, BATAS, penuh)


def mencoba_semua(satu, batas, harga):
    """Harga terkecil dari semua pilihan tangga yang melampaui batasnya; `None` bila tidak ada."""
    pilihan = [[satu.tangga(b)[:n] for n in range(len(satu.tangga(b)) + 1)] for b in satu.butir]
    terbaik = None
    for semua in product(*pilihan):
        langkah = [langkah for tangga in semua for langkah in tangga]
        biaya = [harga(langkah_satu) for langkah_satu in langkah]
        total = satu.total + sum(langkah_satu.ke - langkah_satu.dari for langkah_satu in langkah)
        nilai = satu.idm(total - satu.total)
        if None in biaya or nilai <= batas:
            continue
        if terbaik is None or sum(biaya) < terbaik:
            terbaik = sum(biaya)
    return terbaik


@given(desa())
def test_sama_dengan_mencoba_semua(satu):
    for batas, nama in BATAS:
        sedikit = tersedikit(satu, batas)
        banyak = mencoba_semua(satu, batas, lambda langkah: 1)
        assert (len(sedikit.langkah) if sedikit else None) == banyak
        assert langkah_minimal(satu, batas) == banyak
        murah = termurah(satu, batas)
        assert (murah.biaya if murah else None) == mencoba_semua(satu, batas, lambda x: x.biaya)
        if sedikit:
            assert sedikit.idm > batas
            assert status(sedikit.idm, BATAS) == sedikit.status
            assert list(Status).index(sedikit.status) <= list(Status).index(nama)


@pytest.mark.parametrize(
    ("poin", "nilai", "kurang"),
    [(505, "79.53", 1), (506, "79.69", 0), (440, "69.29", 1), (441, "69.45", 0), (314, "49.45", 1)],
)
def test_635_poin_dan_batas_yang_harus_dilampaui(poin, nilai, kurang):
    penuh = [ButirRencana(n, "A", 5, (1, 5)) for n in range(1, poin // 5 + 1)]
    sisa = [ButirRencana(999, "A", poin % 5, (1, 2, 3, 4, 5))] if poin % 5 else []
    satu = DesaPoin([*penuh, *sisa], BATAS, 635)
    assert satu.idm() == D(nilai)
    batas = min((b for b, _ in BATAS if b >= D(nilai) - D("0.2")), default=BATAS[0][0])
    assert satu.kurang(batas) == kurang


def test_skor_minimal_seperseratus_di_atas_batas():
    satu = DesaPoin([ButirRencana(1, "A", 1, (1, 5))], BATAS, 5)
    assert skor_minimal(satu) == D("49.49")
    tinggi = DesaPoin([ButirRencana(1, "A", 5, (1, 5))], BATAS, 5)
    assert skor_minimal(tinggi) is None
    assert tinggi.desimal == 2
    assert satu.tangga(satu.butir[0])[0].tambah == D(80)
