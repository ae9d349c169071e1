"""Angka dalam kalimat: ejaannya, satuannya, batasnya, dan perannya pada anak kalimatnya."""

from decimal import Decimal

import pytest

from core.bilangan import berangka
from kinerja.aturan.angka_kalimat import angka_kalimat
from kinerja.aturan.ujaran import besaran, peran, ujaran
from kinerja.uji.checks.gerak_angka import kelipatan


@pytest.mark.parametrize(
    ("kalimat", "terbaca"),
    [
        ("empat desa", "4 desa"),
        ("Sembilan puluh  tujuh persen", "97 persen"),
        ("dua belas desa dan dua kali", "12 desa dan 2 kali"),
        ("salah satu desa", "salah satu desa"),
        ("satu dinas", "satu dinas"),
        ("dua ratus dua desa", "202 desa"),
        ("seribu dua desa", "1.002 desa"),
        ("dua tiga desa", "dua tiga desa"),
        ("enam dari tujuh IKK", "6 dari 7 IKK"),
        ("delapan puluh satu koma empat delapan persen", "81,48 persen"),
        ("lima koma sepuluh persen", "5,10 persen"),
        ("lima koma puluh persen", "lima koma puluh persen"),
        ("dua belas miliar", "12 miliar"),
        ("sepuluh koma tujuh miliar rupiah", "10,7 miliar rupiah"),
        ("sepuluh miliar tujuh ratus juta", "10.700 juta"),
        ("satu juta dua ratus ribu tiga rupiah", "1.200.003 rupiah"),
        ("tiga juta dua miliar rupiah", "tiga juta dua miliar rupiah"),
        ("dua tiga miliar", "dua tiga miliar"),
    ],
)
def test_berangka(kalimat, terbaca):
    assert berangka(kalimat) == terbaca


@pytest.mark.parametrize(
    ("kalimat", "disebut"),
    [
        ("Realisasi 12,00 % dari target 100 %.", [("12,00", "persen"), ("100", "persen")]),
        ("205 desa pada tahun 2023", [("205", "desa")]),
        ("pada tahun 2023 desa mandiri", []),
        ("Rp 1.195.572.226 dan Rp. 5 miliar", [("1.195.572.226", "rupiah"), ("5", "rupiah")]),
        ("Pasal 5 ayat 2, tanggal 12 Mei 2023, IKU 4", []),
        ("sekitar 12 desa", []),
        ("tertulis 12.34 %", []),
        ("dikali 100 %", []),
    ],
)
def test_angka(kalimat, disebut):
    assert [(satu.tulisan, satu.satuan) for satu in angka_kalimat(kalimat)] == disebut


def test_ketelitian_tulisannya():
    (satu,) = angka_kalimat("capaian 82,3 %")
    assert satu.is_sama([Decimal("82.304")])
    assert not satu.is_sama([Decimal("82.36"), Decimal(12)])
    (uang,) = angka_kalimat("anggaran Rp 10,72 miliar")
    assert uang.is_sama([Decimal(10716928854)])
    assert not uang.is_sama([Decimal(10726928854)])
    assert (uang.cetak, satu.cetak) == ("Rp 10,72 miliar", "82,3 %")


@pytest.mark.parametrize(
    ("kalimat", "sama"),
    [
        ("serapan melampaui 96 %", True),
        ("serapan melampaui 97 %", False),
        ("serapan tidak mencapai 97 persen", True),
        ("serapan di bawah 96 %", False),
        ("serapan mencapai 96,69 %", True),
        ("serapan minimal 97 %", False),
        ("serapan tidak kurang dari 96 %", True),
        ("serapan 97 persen atau lebih", False),
        ("serapan 97 persen ke bawah", True),
        ("serapan paling tinggi 96,69 %", True),
    ],
)
def test_batas(kalimat, sama):
    (satu,) = angka_kalimat(kalimat)
    assert satu.is_sama([Decimal("96.69")]) is sama


def test_rentang():
    bawah, atas = angka_kalimat("antara 80 % dan 90 %")
    assert bawah.is_sama([Decimal(85)])
    assert not atas.is_sama([Decimal(95)])
    semula, menjadi = angka_kalimat("Mandiri 80 % dan Maju 90 %")
    assert (semula.banding, menjadi.banding) == ("", "")


@pytest.mark.parametrize(
    ("sebelum", "yang"),
    [
        ("realisasi terhadap target ", "target"),
        ("capaiannya turun ", "capaian"),
        ("target tercapai ", "hasil"),
        ("capaian IKU mencapai ", "capaian"),
        ("ditargetkan mencapai ", "target"),
        ("serapan anggaran ", "serapan"),
        ("yang tidak terserap ", "sisa"),
        ("anggaran direalisasikan ", "realisasi"),
        ("uang ", ""),
    ],
)
def test_besaran(sebelum, yang):
    assert besaran(sebelum) == yang
    assert besaran(sebelum, " yang ditargetkan") == "target"
    assert besaran(sebelum, " dari total pagu terserap") == "realisasi"


@pytest.mark.parametrize(
    ("kalimat", "semua"),
    [
        ("IKU sebesar 200 desa", ["nilai"]),
        ("IKU didukung 5 program", [""]),
        ("IKU naik 9 desa menjadi 200 desa", ["selisih", "menjadi"]),
        ("IKU turun dari 209 menjadi 200", ["semula", "menjadi"]),
        ("penurunan IKU sebesar 9 desa", ["selisih"]),
        ("IKU turun 9 desa dari 209 desa", ["selisih", "semula"]),
        ("IKU naik 3 persen dari 80 persen", ["selisih", "nilai"]),
        ("IKU masih kurang 43 desa", ["kekurangan"]),
        ("tercapai 200 dari 243 desa", ["bagian", "dari"]),
    ],
)
def test_peran(kalimat, semua):
    (bagian,) = ujaran(kalimat)
    assert [peran(satu, bagian) for satu in bagian.angka] == semua


@pytest.mark.parametrize(
    ("kalimat", "bagian"),
    [
        ("IKU naik, sedangkan IKK turun", ["IKU naik, ", "sedangkan IKK turun"]),
        ("Pada tahun 2022, IKU naik", ["Pada tahun 2022, IKU naik"]),
        ("A dan B naik", ["A dan B naik"]),
        ("IKU 200 desa (Maju, Mandiri)", ["IKU 200 desa (Maju, Mandiri)"]),
        ("Rapat dibuka", []),
    ],
)
def test_anak_kalimat(kalimat, bagian):
    assert [satu.teks for satu in ujaran(kalimat)] == bagian


def test_kelipatan():
    assert kelipatan(Decimal(4), Decimal(2)) == [2]
    assert kelipatan(Decimal(0), Decimal(2)) == []
