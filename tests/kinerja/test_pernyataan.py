"""Yang dinyatakan kalimat: target, arah, bilangan, status desa, uang, dan siapa pokoknya."""

from decimal import Decimal

import pytest

from kinerja.aturan.kalimat_predikat import (
    klausa,
    lingkup_iku,
    nilai_akip,
    predikat_disebut,
)
from kinerja.aturan.kalimat_status import banyak_status, status_pertama, status_pokok
from kinerja.aturan.kalimat_uang import (
    besaran_uang,
    is_seluruh_anggaran,
    is_uang_semata,
    rupiah_disebut,
)
from kinerja.aturan.pernyataan import (
    arah,
    besaran,
    bilangan,
    dari_menjadi,
    dibandingkan,
    is_melampaui,
    masa_lain,
    posisi_target,
    tahun_disebut,
    tercapai,
)
from kinerja.aturan.sebutan import kata, kata_khas, nama_pendek


@pytest.mark.parametrize(
    ("kalimat", "dikatakan"),
    [
        ("telah mencapai target", True),
        ("target tahun ini telah tercapai", True),
        ("maka telah tercapai efektivitas dan efisiensi", True),
        ("jika dibandingkan, target tercapai", True),
        ("belum mencapai target", False),
        ("target tidak tercapai", False),
        ("target adalah 12", None),
        ("agar target tercapai", None),
        ("bila target tercapai, dinas", None),
        ("supaya tidak gagal mencapai", None),
    ],
)
def test_tercapai(kalimat, dikatakan):
    assert tercapai(kalimat) is dikatakan


def test_melampaui():
    assert is_melampaui("IKU 1 melampaui target")
    assert not is_melampaui("akan melampaui target")
    assert not is_melampaui("mencapai target")


@pytest.mark.parametrize(
    ("kalimat", "posisi"),
    [
        ("lebih rendah dari target", -1),
        ("realisasinya di bawah targetnya", -1),
        ("lebih tinggi daripada target", 1),
        ("agar lebih tinggi daripada target", None),
        ("target lebih rendah dari target", None),
        ("di atas target akhir Renstra", None),
        ("mencapai target", None),
    ],
)
def test_posisi_terhadap_target(kalimat, posisi):
    assert posisi_target(kalimat) == posisi


@pytest.mark.parametrize(
    ("kalimat", "disebut", "lingkup"),
    [
        ("IKU berpredikat sangat tinggi", "Sangat Tinggi", ""),
        ("semua IKU berkategori Tinggi", "Tinggi", "semua"),
        ("salah satu IKU berpredikat Tinggi", "Tinggi", "salah satu"),
        ("dua IKU yang berpredikat Tinggi", "Tinggi", 2),
        ("predikat Tinggi atau Sangat Tinggi", "", ""),
        ("predikat belum ada", "", ""),
        ("sangat tinggi", "", ""),
    ],
)
def test_predikat(kalimat, disebut, lingkup):
    assert predikat_disebut(kalimat, ["Tinggi", "Sangat Tinggi"]) == disebut
    assert lingkup_iku(kalimat) == lingkup


def test_klausa_dan_nilai_akip():
    assert klausa("IKK 6 naik, sedangkan IKK 7 tetap") == ["IKK 6 naik", "IKK 7 tetap"]
    assert nilai_akip("Nilai AKIP 71,5 persen") == [("71,5", "persen")]
    assert nilai_akip("nilai evaluasi SAKIP tahun 2022 sebesar 71,5.") == [("71,5", "")]
    assert nilai_akip("nilai AKIP naik 5 %") == []


@pytest.mark.parametrize(
    ("kalimat", "dikatakan"),
    [
        ("meningkat", 1),
        ("menurun tajam", -1),
        ("tetap sama dengan tahun lalu", 0),
        ("tidak berubah", 0),
        ("naik lalu turun", None),
        ("tetap dilaporkan", None),
        ("diharapkan meningkat", None),
        ("tidak banyak meningkat", None),
        ("ditargetkan naik", None),
        ("ditargetkan 5 dan naik", 1),
    ],
)
def test_arah(kalimat, dikatakan):
    assert arah(kalimat) == dikatakan


@pytest.mark.parametrize(
    ("kalimat", "yang"),
    [
        ("angkanya naik", "realisasi"),
        ("realisasi terhadap target naik", "target"),
        ("capaiannya turun dari target", "capaian"),
        ("target tahun ini", "target"),
    ],
)
def test_besaran_yang_bergerak(kalimat, yang):
    assert besaran(kalimat) == yang


@pytest.mark.parametrize(
    ("kalimat", "tahun", "kedua"),
    [
        ("naik", set(), (2022, 2023)),
        ("naik pada tahun 2023", {2023}, (2022, 2023)),
        ("turun dibandingkan 2020", {2020}, (2020, 2023)),
        ("naik pada 2021 lalu 2022", {2021, 2022}, None),
        ("akan 2030", {2030}, None),
        ("Renstra 2018–2023, Nomor 9 Tahun 2024, Permenpan-RB 53/2014", set(), (2022, 2023)),
    ],
)
def test_tahun_yang_dibandingkan(kalimat, tahun, kedua):
    assert tahun_disebut(kalimat) == tahun
    assert dibandingkan(kalimat, 2023) == kedua


@pytest.mark.parametrize(
    ("kalimat", "disebut"),
    [
        ("ditargetkan 215 dan terealisasi 209,", [("target", "215"), ("realisasi", "209")]),
        ("Realisasinya sebesar 1.234,5 desa", [("realisasi", "1.234,5")]),
        ("target 2023", []),
        ("target 44,44 %", []),
        ("target 12.34", []),
    ],
)
def test_bilangan(kalimat, disebut):
    assert [(satu.jenis, satu.tulisan) for satu in bilangan(kalimat)] == disebut


def test_masa_lain():
    assert masa_lain("terhadap target akhir, tahun lalu") == [".tahun_lalu", ".akhir"]
    assert masa_lain("target") == []


@pytest.mark.parametrize(
    ("kalimat", "kedua"),
    [
        ("naik dari 3 menjadi 6", ("3", "6")),
        ("dari semula 37,21 % pada tahun 2022 menjadi 81,48 %", ("37,21", "81,48")),
        ("dari 2022 menjadi 2023", None),
        ("dari 1.2 menjadi 3", None),
        ("dari 2 menjadi 1.2", None),
        ("menjadi 3", None),
    ],
)
def test_dari_menjadi(kalimat, kedua):
    hasil = dari_menjadi(kalimat)
    assert (hasil and tuple(satu.tulisan for satu in hasil)) == kedua


@pytest.mark.parametrize(
    ("kalimat", "disebut"),
    [
        ("Terdapat 6 desa Mandiri dan 77 desa berstatus Maju.", [("MANDIRI", "6", 2023, False),
         ("MAJU", "77", 2023, False)]),
        ("Desa Mandiri: 3 desa pada tahun 2022 dan 6 desa pada tahun 2023.",
         [("MANDIRI", "3", 2022, False), ("MANDIRI", "6", 2023, False)]),
        ("Pada 2022 ada 27 desa tertinggal", [("TERTINGGAL", "27", 2022, False)]),
        ("bertambah 3 desa Mandiri", [("MANDIRI", "3", 2023, True)]),
        ("Desa sangat tertinggal sebanyak 0 desa", [("SANGAT TERTINGGAL", "0", 2023, False)]),
        ("83 desa Maju dan Mandiri", []),
        ("283 desa Berkembang ke atas", []),
        ("22 dari 27 desa Tertinggal", []),
        ("Kecamatan Rambutan punya 3 desa Mandiri", []),
        ("1.2 desa Mandiri", []),
        ("akhir 2021 hanya 1 desa Mandiri (3 pada 2022)", [("MANDIRI", "1", None, False)]),
    ],
)  # fmt: skip
def test_banyak_status(kalimat, disebut):
    hasil = [(s.status, s.banyak.tulisan, s.tahun, s.is_selisih)
             for s in banyak_status(kalimat, 2023)]  # fmt: skip
    assert hasil == disebut


@pytest.mark.parametrize(
    ("kalimat", "status"),
    [
        ("Desa  Sangat Tertinggal berkurang", "SANGAT TERTINGGAL"),
        ("Desa berstatus Mandiri bertambah", "MANDIRI"),
        ("Desa Maju dan Mandiri bertambah", ""),
        ("layanan makin maju", ""),
        ("Desa Mandiri di provinsi bertambah", ""),
    ],
)
def test_status_pokok(kalimat, status):
    assert status_pokok(kalimat) == status


def test_status_pertama():
    assert status_pertama("Jumlah desa tertinggal menjadi desa Mandiri") == "TERTINGGAL"
    assert status_pertama("Jumlah LPM") == ""


@pytest.mark.parametrize(
    ("kalimat", "disebut"),
    [
        ("Pagunya Rp 1.195.572.226, terealisasi Rp. 1.195.550.551,00", [("pagu", "1.195.572.226"),
         ("realisasi", "1.195.550.551,00")]),
        ("Penyerapan anggaran Rp 5", [("realisasi", "5")]),
        ("sisanya Rp 354.994.830", [("sisa", "354.994.830")]),
        ("hibah Rp 5.000", []),
        ("pagu Rp 1.2", []),
    ],
)  # fmt: skip
def test_rupiah(kalimat, disebut):
    hasil = [(satu.besaran, satu.disebut.tulisan) for satu in rupiah_disebut(kalimat)]
    assert hasil == disebut


def test_rupiah_dalam_miliar():
    (satu,) = rupiah_disebut("anggaran Rp 10,72 miliar")
    assert satu.is_sama(Decimal(10716928854))
    assert not satu.is_sama(Decimal(10726928854))


def test_besaran_uang():
    assert besaran_uang("realisasi anggaran") == "realisasi"
    assert besaran_uang("serapan anggaran") == "persen"
    assert besaran_uang("uang") == ""


def test_anggaran_seluruhnya():
    dinas = "Dinas Pemberdayaan Masyarakat dan Desa"
    assert is_seluruh_anggaran(f"Anggaran {dinas} untuk 5 program Rp 5", dinas)
    for kalimat in ("Anggaran kegiatan itu", "Anggaran tiap desa", "Semua terserap"):
        assert not is_seluruh_anggaran(kalimat, dinas)
    assert is_uang_semata("anggaran terserap 96,69 %")
    assert not is_uang_semata("capaian 82,30 % dan penyerapan 96,69 %")


@pytest.mark.parametrize(
    ("nama", "pendek"),
    [
        ("Persentase LPM Berprestasi", {"lpm berprestasi"}),
        ("Rata-rata Jumlah Kelompok Binaan Lembaga Pemberdayaan Masyarakat (LPM)",
         {"kelompok binaan lembaga pemberdayaan masyarakat", "kelompok binaan lpm"}),
        ("Nilai Kinerja (AKIP)", set()),
        ("Indeks", set()),
        ("Jumlah A (BCD)", set()),
    ],
)  # fmt: skip
def test_nama_pendek(nama, pendek):
    assert nama_pendek(nama) == pendek


def test_kata_khas():
    assert kata_khas("Persentase Posyandu Aktif") == {"posyandu", "aktif"}
    assert kata_khas("Jumlah Desa Mandiri") == frozenset()
    assert kata("Posyandu yang aktif, 2023") == {"posyandu", "yang", "aktif"}
