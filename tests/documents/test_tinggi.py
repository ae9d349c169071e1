"""Perkiraan tinggi isi tabel cetak: penentu baris utuh, bersambung, dan terikat tanda tangan."""

from decimal import Decimal

from core.tabel import Kepala, Kolom, Tabel
from core.tampilan import Sel, tampil
from documents.tinggi import (
    EKOR_UTUH,
    TINGGI_BARIS,
    TINGGI_PROSA,
    is_utuh,
    ruang_ekor,
    terikat,
    tinggi_baris,
    tinggi_kepala,
    tinggi_paragraf,
)

RUANG = Decimal(140)


def tabel(*baris, gabung=()):
    return Tabel(
        "Uji",
        [Kolom(lebar=10), Kolom(lebar=30)],
        [[Kepala("A"), Kepala("B")]],
        baris,
        gabung=gabung,
    )


def tinggi(satu):
    return tinggi_baris(satu, list(tampil(satu)), 170)


def test_menurut_sel_tertinggi():
    pendek, panjang, berbaris = tinggi(tabel(["a", "b"], ["a", "kata " * 100], ["a\n" * 10, "b"]))
    assert pendek == 8 * (TINGGI_BARIS + Decimal("0.26"))
    assert panjang > 6 * pendek / 2
    assert berbaris > 5 * pendek


def test_sel_gabungan_memakai_lebar_dan_tinggi_seluruhnya():
    sempit = tinggi(tabel(["kata " * 40, ""], ["", "x"]))[0]
    melebar = tinggi(tabel(["kata " * 40, ""], ["", "x"], gabung=[(0, 0, 0, 1)]))[0]
    meninggi = tinggi(tabel(["kata " * 40, ""], ["", "x"], gabung=[(0, 0, 1, 0)]))[0]
    assert melebar < sempit
    assert meninggi == sempit / 2


def test_baris_utuh_dan_rentangnya():
    satu, banyak = Sel("x", "kiri"), Sel("x", "kiri", tinggi=3)
    assert is_utuh(satu, 0, [Decimal(70)])
    assert not is_utuh(satu, 0, [Decimal("70.1")])
    assert is_utuh(banyak, 1, [Decimal(90), Decimal(40), Decimal(40), Decimal(40)])
    assert not is_utuh(banyak, 1, [Decimal(1), Decimal(40), Decimal(40), Decimal(41)])


def test_terikat_hanya_bila_tentu_muat():
    assert terikat([Decimal(50), Decimal(10), Decimal(10)], Decimal(75), RUANG) == 2
    assert terikat([Decimal(10)], Decimal(75), RUANG) == 1
    assert terikat([Decimal(35), Decimal(35)], Decimal(75), RUANG) == 0
    assert terikat([], RUANG, RUANG) == 0


def test_tabel_pendek_terikat_seluruhnya_yang_lain_separuhnya():
    assert terikat([Decimal(10)] * 9, Decimal(0), RUANG) == 9
    assert terikat([Decimal(10)] * 9, Decimal(1), RUANG) == 4


def test_baris_pendek_terikat_sebanyak_yang_muat():
    assert terikat([Decimal(5)] * 40, Decimal(60), RUANG) == 16


def test_kepala_bertingkat_sesuai_kolom_yang_terbuka():
    """Tingkat kedua di bawah kolom yang tidak merentang ke bawah; yang tinggi terbagi."""
    kolom = [Kolom(lebar=10), Kolom(lebar=10), Kolom(lebar=10)]
    panjang = "tulisan " * 12
    kepala = [[Kepala("No", tinggi=2), Kepala("Target", lebar=2)], [Kepala("K"), Kepala(panjang)]]
    satu = Tabel("Uji", kolom, kepala, [])
    sebaris = 8 * (TINGGI_BARIS + Decimal("0.26"))
    assert tinggi_kepala(tabel(), 170) == sebaris
    assert tinggi_kepala(satu, 170) > 3 * sebaris


def test_ruang_ekor_menurut_halamannya():
    assert ruang_ekor(tabel(), 170, 297) == EKOR_UTUH
    assert ruang_ekor(tabel(), 170, 150) == 150 - 43 - tinggi_kepala(tabel(), 170)


def test_paragraf():
    assert tinggi_paragraf([], 170, Decimal(8)) == 0
    assert tinggi_paragraf(["a", "b"], 170, Decimal(8)) == 2 * (8 * TINGGI_PROSA + 3)


def test_tabel_tanpa_baris():
    assert tinggi(tabel()) == []
