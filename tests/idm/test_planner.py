"""Perencana langkah: sama dengan mencoba semua pilihan, dan menaikkan desa nyata."""

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from idm import scoring
from idm.planner import (
    ButirRencana,
    Desa,
    langkah_minimal,
    sebanyak_mungkin,
    skor_minimal,
    termurah,
    tersedikit,
)
from idm.scoring import AMBANG, Status

MAJU = Decimal("0.7072")


def idm_decimal(butir):
    """IDM menurut `idm.scoring`, jalan yang sama sekali lain."""
    skor = {"IKS": [], "IKE": [], "IKL": []}
    for satu in butir:
        skor[satu.indeks].append(satu.skor)
    return scoring.idm(*map(scoring.indeks, skor.values()))


rubrik = st.sets(st.integers(0, 5), min_size=2).map(lambda s: tuple(sorted(s)))


@st.composite
def desa_kecil(draw):
    """Lima sampai tujuh indikator dengan rubrik berlubang dan biaya sebagian."""
    butir = []
    for posisi, indeks in enumerate(
        ["IKS", "IKE", "IKL", *draw(st.lists(st.sampled_from(["IKS", "IKE"]), max_size=3))]
    ):
        tersedia = draw(rubrik)
        skor = draw(st.sampled_from(tersedia))
        biaya = {s: draw(st.integers(0, 9)) for s in tersedia if draw(st.booleans())}
        butir.append(ButirRencana(posisi, indeks, skor, tersedia, biaya))
    return butir


def awalan(tangga):
    """Tiap awal tangga, dari tanpa langkah sampai semuanya."""
    return [tuple(tangga[:banyak]) for banyak in range(len(tangga) + 1)]


def semua_pilihan(butir):
    """`(skor baru per indikator, langkahnya)` untuk setiap gabungan skor yang ada."""
    desa = Desa(butir)
    yield from product(*(awalan(desa.tangga(b)) for b in desa.butir))


def sesudah(butir, langkah):
    """Butir dengan skor sesudah semua langkahnya."""
    akhir = {x.posisi: x.ke for x in langkah}
    return [
        ButirRencana(b.posisi, b.indeks, akhir.get(b.posisi, b.skor), b.tersedia) for b in butir
    ]


def terkecil(lama, baru):
    return baru if lama is None else min(lama, baru)


def dicoba_semua(butir, ambang):
    """Langkah tersedikit dan biaya termurah yang melampaui ambang, dari setiap gabungan."""
    sedikit, murah = None, None
    for gabungan in semua_pilihan(butir):
        langkah = [x for tangga in gabungan for x in tangga]
        if idm_decimal(sesudah(butir, langkah)) <= ambang:
            continue
        sedikit = terkecil(sedikit, len(langkah))
        if all(x.biaya is not None for x in langkah):
            murah = terkecil(murah, sum(x.biaya for x in langkah))
    return sedikit, murah


@settings(max_examples=120)
@given(desa_kecil(), st.sampled_from([batas for batas, _ in AMBANG]))
def test_sama_dengan_mencoba_semua(butir, ambang):
    desa = Desa(butir)
    sedikit, murah = dicoba_semua(butir, ambang)
    hasil, hasil_murah = tersedikit(desa, ambang), termurah(desa, ambang)
    assert langkah_minimal(desa, ambang) == (len(hasil.langkah) if hasil else None)
    assert (hasil and len(hasil.langkah)) == sedikit if sedikit != 0 else hasil.langkah == ()
    assert (hasil_murah.biaya if hasil_murah else None) == murah
    for rencana in filter(None, (hasil, hasil_murah)):
        assert rencana.idm == idm_decimal(sesudah(butir, rencana.langkah))
        assert rencana.idm > ambang
        assert rencana.status == scoring.status(rencana.idm)


@settings(max_examples=200)
@given(st.text("012345", min_size=50, max_size=50))
def test_idm_sama_dengan_rumus(deret):
    butir = lima_puluh(deret)
    assert Desa(butir).idm() == idm_decimal(butir)
    assert Desa(butir).status() == scoring.status(idm_decimal(butir))


def lima_puluh(deret, tersedia=(0, 1, 2, 3, 4, 5)):
    indeks = ["IKS"] * 35 + ["IKE"] * 12 + ["IKL"] * 3
    return [
        ButirRencana(i, k, int(s), tersedia)
        for i, (k, s) in enumerate(zip(indeks, deret, strict=True), start=1)
    ]


def test_satu_langkah_di_bawah_maju():
    """IDM 0,7071: satu skor lingkungan (1/45) cukup, dan itulah langkahnya."""
    deret = "4" * 35 + "4" * 12 + "333"
    desa = Desa(lima_puluh(deret))
    assert (desa.idm(), desa.status()) == (Decimal("0.7333"), Status.MAJU)
    bawah = Desa(lima_puluh("4" * 30 + "3" * 5 + "4" * 12 + "332"))
    assert bawah.status() is Status.BERKEMBANG
    assert bawah.ambang_berikutnya() == (MAJU, Status.MAJU)
    assert skor_minimal(bawah) == Decimal("0.7073")
    hasil = tersedikit(bawah, MAJU)
    assert [x.posisi for x in hasil.langkah] in ([48], [49], [50])
    assert hasil.langkah[0].tambah == Decimal(1) / 45
    assert (hasil.status, hasil.biaya) == (Status.MAJU, None)


def test_mandiri_tidak_punya_ambang_berikutnya():
    desa = Desa(lima_puluh("5" * 50))
    assert desa.ambang_berikutnya() is None
    assert skor_minimal(desa) is None


def test_rubrik_yang_tidak_memungkinkan():
    desa = Desa(lima_puluh("2" * 50, tersedia=(2, 3)))
    assert tersedikit(desa, Decimal("0.8155")) is None
    assert tersedikit(desa, Decimal("0.4907")).status is Status.TERTINGGAL


def test_tepat_di_ambang_belum_naik():
    """0,5 tepat setengah jalan ke 0,50005: dibulatkan sekali, lalu harus melebihi ambang."""
    desa = Desa(lima_puluh("0" * 50))
    for batas, nama in AMBANG:
        perlu = desa.kurang(batas)
        assert desa.status(perlu) in (nama, Status.MANDIRI)
        assert desa.idm(perlu) > batas
        assert desa.idm(perlu - 1) <= batas


def test_indeks_yang_kosong_ditolak():
    with pytest.raises(ValueError, match="Tiap indeks"):
        Desa([ButirRencana(1, "IKS", 1, (1, 2))])


def test_desa_terbanyak_dengan_anggaran():
    harga = {"b": 3, "a": 3, "c": 1, "d": 9}
    assert sebanyak_mungkin(harga, 7) == ["c", "a", "b"]
    assert sebanyak_mungkin(harga, 0) == []
    assert sebanyak_mungkin(harga, 99) == ["c", "a", "b", "d"]
