"""Uraian tabel: tulisan sel, jumlah, gabungan, baris yang tampak."""

import datetime
from decimal import Decimal

import pytest

from core.tabel import Kepala, Kolom, Tabel, jumlah, tulisan
from core.tampilan import Baris, Sel, tampil

TEKS, UANG = Kolom(), Kolom("rupiah", 16, is_jumlah=True)


def tabel(baris, kolom=(TEKS, UANG), **isi):
    return Tabel("Uji", kolom, [[Kepala("Nama"), Kepala("Rupiah")]], baris, **isi)


@pytest.mark.parametrize(
    ("nilai", "jenis", "tampak"),
    [
        (None, "rupiah", ""),
        ("", "teks", ""),
        (0, "rupiah", "0"),
        (Decimal("1234567.5"), "rupiah", "1.234.568"),
        (Decimal("81.485"), "persen", "81,49"),
        (Decimal("0.81555"), "indeks", "0,8156"),
        (Decimal("25.0000"), "desimal", "25"),
        (Decimal("7.50"), "desimal", "7,5"),
        (100, "desimal", "100"),
        (True, "teks", "Ya"),
        (False, "teks", "Tidak"),
        (datetime.date(2023, 12, 29), "tanggal", "29 Desember 2023"),
        ("=1+1", "teks", "=1+1"),
    ],
)
def test_tulisan(nilai, jenis, tampak):
    assert tulisan(nilai, Kolom(jenis)) == tampak


@pytest.mark.parametrize(
    ("jenis", "rata"),
    [("teks", "kiri"), ("tanda", "tengah"), ("rupiah", "kanan"), ("desimal", "kanan")],
)
def test_rata(jenis, rata):
    assert Kolom(jenis).rata == rata


def test_jumlah_tanpa_kelompok_dan_yang_tidak_diketahui():
    satu = tabel(
        [["Program", 300], ["a", 100], ["b", None], ["c", 200]], tanpa_jumlah=frozenset({0})
    )
    assert jumlah(satu) == [None, 300]
    assert jumlah(tabel([["a", None], ["b", ""]])) == [None, None]
    assert jumlah(tabel([["a", ""], ["b", 7]])) == [None, 7]


def test_baris_jumlah_merentang_sampai_kolom_uang():
    isi = list(tampil(tabel([["a", 100], ["b", 50]], tebal=frozenset({1}), jumlah="Jumlah")))
    assert isi == [
        Baris((Sel("a", "kiri"), Sel("100", "kanan"))),
        Baris((Sel("b", "kiri"), Sel("50", "kanan")), "tebal"),
        Baris((Sel("Jumlah", "kanan", 1), Sel("150", "kanan")), "jumlah"),
    ]


def test_gabungan_menutup_sel_lain():
    satu = tabel([["a", "x"], ["b", "y"]], kolom=(TEKS, TEKS), gabung=[(0, 0, 1, 0)])
    assert list(tampil(satu)) == [
        Baris((Sel("a", "kiri", 1, 2), Sel("x", "kiri"))),
        Baris((Sel("y", "kiri"),)),
    ]


def test_lebar_kolom_perseribu():
    assert tabel([], kolom=(Kolom(lebar=30), Kolom(lebar=10))).bagian_lebar == [750, 250]


def test_baris_yang_tidak_sepanjang_kolomnya_gagal():
    with pytest.raises(ValueError, match="Uji baris 2: 1 sel untuk 2 kolom"):
        tabel([["a", 1], ["b"]])
