"""Bilangan dengan kata, batas, dan besar naik atau turun dalam kalimat."""

from decimal import Decimal

import pytest

from kinerja.aturan.bilangan import berangka
from kinerja.aturan.kalimat import is_himpunan, persen_disebut
from kinerja.aturan.kalimat_status import banyak_status
from kinerja.aturan.pernyataan import arah, is_mutu, masa_dibicarakan
from kinerja.aturan.sebutan import is_semua_iku
from kinerja.aturan.selisih import kelipatan, selisih_disebut, sesudah_disebut


@pytest.mark.parametrize(
    ("kalimat", "terbaca"),
    [
        ("empat desa", "4 desa"),
        ("Sembilan puluh  tujuh persen", "97 persen"),
        ("dua belas desa dan dua kali", "12 desa dan 2 kali"),
        ("salah satu desa", "salah satu desa"),
        ("satu dinas", "satu dinas"),
        ("dua ratus dua desa", "202 desa"),
        ("seribu dua desa", "seribu dua desa"),
        ("dua tiga desa", "dua tiga desa"),
        ("delapan puluh satu koma empat delapan persen", "81,48 persen"),
        ("lima koma sepuluh persen", "5,10 persen"),
        ("lima koma puluh persen", "lima koma puluh persen"),
    ],
)
def test_berangka(kalimat, terbaca):
    assert berangka(kalimat) == terbaca


@pytest.mark.parametrize(
    ("kalimat", "sama"),
    [
        ("serapan melampaui 96 %", True),
        ("serapan melampaui 97 %", False),
        ("serapan tidak mencapai 97 persen", True),
        ("serapan di bawah 96 %", False),
        ("serapan mencapai 96,69 %", True),
        ("serapan minimal 97 %", False),
        ("serapan 97 persen atau lebih", False),
        ("serapan 97 persen ke bawah", True),
        ("serapan paling tinggi 96,69 %", True),
    ],
)
def test_batas_persen(kalimat, sama):
    (satu,) = persen_disebut(kalimat)
    assert satu.jenis == "realisasi"
    assert satu.is_sama([Decimal("96.69")]) is sama


@pytest.mark.parametrize(
    ("kalimat", "jenis"),
    [
        ("97 % anggaran terserap", ["realisasi"]),
        ("3 % anggaran tidak terserap", [""]),
        ("tidak terserap 3 %", [""]),
        ("naik sebesar 3 %", []),
        ("capaian 80 % sampai 90 %", ["capaian", "capaian"]),
        ("capaian 80 % sampai 90 % berarti tinggi", []),
        ("realisasi dibagi target, dikalikan seratus persen", []),
        ("capaian naik dari 80 % sampai 90 %", ["capaian", "capaian"]),
    ],
)
def test_jenis_persen(kalimat, jenis):
    assert [satu.jenis for satu in persen_disebut(kalimat)] == jenis


@pytest.mark.parametrize(
    ("kalimat", "sebelum", "sesudah", "boleh"),
    [
        ("naik 3 desa", 3, 6, ["3"]),
        ("turun sebanyak tiga desa", 6, 3, ["3"]),
        ("meningkat 5 persen", 50, 55, ["5", "10"]),
        ("meningkat 5 %", 0, 5, ["5"]),
        ("naik dua kali lipat", 3, 6, ["2"]),
        ("naik dua kali lipat", 0, 6, []),
    ],
)
def test_selisih(kalimat, sebelum, sesudah, boleh):
    (satu,) = selisih_disebut(kalimat)
    assert satu.tulisan == f"{satu.disebut.tulisan} {satu.satuan}"
    besar = satu.besar(Decimal(sebelum), Decimal(sesudah))
    assert besar == [Decimal(tulisan) for tulisan in boleh]


def test_selisih_yang_bukan():
    """Tahun, uang dan banyaknya status yang langsung di belakangnya dibaca uji lain."""
    for kalimat in ("naik 2023", "naik 30 juta", "bertambah 4 desa Mandiri", "naik 1.23 persen"):
        assert selisih_disebut(kalimat) == []
    assert kelipatan(Decimal(4), Decimal(2)) == [2]


@pytest.mark.parametrize(
    ("kalimat", "tulisan"),
    [
        ("naik 28 desa menjadi 77 desa", "77"),
        ("naik menjadi enam desa", "6"),
        ("naik dari 3 menjadi 6", None),
        ("turun menjadi 82,30 %", None),
        ("naik menjadi 2023", None),
        ("naik menjadi 1.23 desa", None),
        ("menjadi 5 desa", None),
    ],
)
def test_sesudah(kalimat, tulisan):
    disebut = sesudah_disebut(kalimat)
    assert (disebut and disebut.tulisan) == tulisan


@pytest.mark.parametrize(
    ("kalimat", "dikatakan"),
    [
        ("lebih tinggi daripada tahun lalu", 1),
        ("lebih baik dibandingkan capaian tahun 2022", 1),
        ("lebih rendah dari sebelumnya", -1),
        ("lebih rendah daripada target tahun 2023", None),
        ("lebih tinggi", None),
    ],
)
def test_arah_lebih(kalimat, dikatakan):
    assert arah(kalimat) == dikatakan
    assert is_mutu(kalimat) is ("baik" in kalimat)


@pytest.mark.parametrize(
    ("kalimat", "masa"),
    [
        ("capaian 97 %", {2023}),
        ("capaian tahun 2021", {2021}),
        ("turun menjadi 82 %", {2022, 2023}),
        ("dibandingkan tahun 2020", {2020, 2022, 2023}),
    ],
)
def test_masa_dibicarakan(kalimat, masa):
    assert masa_dibicarakan(kalimat, 2023) == masa


def test_tidak_ada_desa_berstatus():
    """Nihil adalah nol; yang dibatasi kata “yang” lain hal."""
    (satu,) = banyak_status("Tidak ada lagi desa tertinggal", 2023)
    assert (satu.status, satu.banyak.nilai, satu.tahun) == ("TERTINGGAL", 0, 2023)
    assert banyak_status("tidak ada desa tertinggal yang terlewat", 2023) == []
    (balik,) = banyak_status("Desa tertinggal pada tahun 2022 tidak ada lagi", 2023)
    assert (balik.banyak.nilai, balik.tahun) == (0, 2022)
    assert banyak_status("agar tidak ada desa tertinggal", 2023) == []


def test_himpunan():
    assert is_himpunan("belum ada indikator yang bercapaian seratus persen")
    assert is_himpunan("2 dari 3 indikator bercapaian 100 %")
    assert not is_himpunan("capaian kinerja 100 %")


def test_semua_iku():
    assert is_semua_iku("Capaian IKU naik")
    assert is_semua_iku("indikator kinerja utama")
    assert is_semua_iku("capaian IKU 82,30 %")
    assert is_semua_iku("capaian IKU 100 persen")
    assert not is_semua_iku("IKU 1, IKU nomor 2 dan IKU-3")
