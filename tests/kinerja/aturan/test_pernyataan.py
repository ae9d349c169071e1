"""Yang dinyatakan kalimat: ragamnya, tahunnya, targetnya, arahnya, status desanya dan uangnya."""

import pytest

from kinerja.aturan.kalimat_status import (
    is_seluruhnya,
    nihil,
    sebutan_status,
    seluruh_desa,
    status_pertama,
)
from kinerja.aturan.kalimat_uang import efisien, is_seluruh_anggaran
from kinerja.aturan.klaim import capaian, gerak, letak
from kinerja.aturan.masa import (
    dibandingkan,
    is_akhir,
    is_berentang,
    is_masa_lain,
    masa_disebut,
    pokok_masa,
)
from kinerja.aturan.niat import is_harapan, is_niat
from kinerja.aturan.sebutan import (
    SEBAGIAN,
    SEMUA,
    TIDAK_SATU,
    TIDAK_SEMUA,
    kata,
    kata_khas,
    lingkup,
    nama_pendek,
    sebutan_kelompok,
)


@pytest.mark.parametrize(
    ("sebelum", "niat"),
    [
        ("untuk ", True),
        ("Untuk IKU 1, target ", False),
        ("upaya dinas dalam ", True),
        ("Upaya pembinaan telah ", False),
        ("strategi ", True),
        ("dalam rangka ", True),
        ("IKU 1 hampir ", True),
        ("agar target ", True),
        ("Agar sejahtera, target ", False),
        ("jika target ", True),
        ("Jika dibandingkan, target ", False),
        ("IKU 1 telah ", False),
    ],
)
def test_niat(sebelum, niat):
    assert is_niat(sebelum) is niat


def test_harapan_menguasai_sampai_pertentangannya():
    assert is_harapan("Diharapkan desa naik, dan ")
    assert not is_harapan("Diharapkan desa naik, namun ")


@pytest.mark.parametrize(
    ("kalimat", "dikatakan"),
    [
        ("telah mencapai target", True),
        ("target tahun ini telah tercapai", True),
        ("target telah dicapai", True),
        ("realisasi sesuai target", True),
        ("belum sesuai target", False),
        ("belum mencapai target", False),
        ("target tidak tercapai", False),
        ("baru tercapai sebagian", False),
        ("target tercapai sebesar 200 desa", None),
        ("target tercapai 82,30 %", None),
        ("hasil yang telah dicapai 200", None),
        ("target adalah 12", None),
        ("agar target tercapai", None),
        ("diupayakan agar target baru tercapai sebagian", None),
        ("bila target tercapai, dinas", None),
        ("upaya mencapai target", None),
        ("nyaris mencapai target", None),
        ("belum tercapainya target", None),
    ],
)
def test_tercapai(kalimat, dikatakan):
    hasil = capaian(kalimat)
    assert (hasil and hasil.is_tercapai) is dikatakan


def test_melampaui():
    assert capaian("realisasi melampaui target").is_lebih
    assert not capaian("mencapai target").is_lebih


@pytest.mark.parametrize(
    ("kalimat", "posisi"),
    [
        ("lebih rendah dari target", -1),
        ("realisasinya di bawah targetnya", -1),
        ("lebih tinggi daripada target", 1),
        ("agar lebih tinggi daripada target", None),
        ("tidak lebih rendah dari target", None),
        ("di atas target akhir Renstra", None),
        ("mencapai target", None),
    ],
)
def test_posisi_terhadap_target(kalimat, posisi):
    assert letak(kalimat) == posisi


@pytest.mark.parametrize(
    ("kalimat", "arah"),
    [
        ("meningkat", 1),
        ("mengalami kenaikan", 1),
        ("terjadi penurunan", -1),
        ("penurunan angkanya sebesar 9 desa", -1),
        ("upaya peningkatan kapasitas", None),
        ("menurun tajam", -1),
        ("tetap sama dengan tahun lalu", 0),
        ("tidak berubah", 0),
        ("stagnan", 0),
        ("naik lalu turun", None),
        ("tetap dilaporkan", None),
        ("diharapkan meningkat", None),
        ("tidak banyak meningkat", None),
        ("bertambah ketika desa membaik", None),
        ("lebih tinggi daripada tahun lalu", 1),
        ("lebih rendah daripada target tahun 2023", None),
    ],
)
def test_arah(kalimat, arah):
    hasil = gerak(kalimat)
    assert (hasil and hasil.arah) == arah


def test_mutu():
    assert gerak("lebih baik dibandingkan tahun 2022").is_mutu
    assert not gerak("naik").is_mutu


@pytest.mark.parametrize(
    ("kalimat", "pokok", "kedua"),
    [
        ("naik", set(), (2022, 2023)),
        ("naik pada tahun 2023", {2023}, (2022, 2023)),
        ("naik pada tahun 2022", {2022}, (2021, 2022)),
        ("turun dibandingkan 2020", set(), (2020, 2023)),
        ("turun dari tahun lalu", set(), (2022, 2023)),
        ("turun dibandingkan tahun 2024", set(), None),
        ("naik pada 2020, 2021 dan 2022", {2020, 2021, 2022}, None),
        ("naik dari 205 pada tahun 2021 menjadi 209 pada tahun 2022", {2022}, (2021, 2022)),
        ("naik pada 2021 lalu 2022", {2021, 2022}, None),
        ("akan 2030", {2030}, None),
        ("tahun depan", {2024}, None),
        ("Renstra 2018–2023, Nomor 9 Tahun 2024, Permenpan-RB 53/2014", set(), (2022, 2023)),
    ],
)
def test_tahun_yang_dibandingkan(kalimat, pokok, kedua):
    semua = masa_disebut(kalimat, 2023)
    assert pokok_masa(semua) == pokok
    assert dibandingkan(kalimat, semua, 2023) == kedua


def test_masa_yang_lain():
    assert is_berentang("selama 2018–2021")
    assert not is_berentang("Renstra 2018–2023")
    assert is_masa_lain("pada triwulan II")
    assert is_akhir("target akhir periode")


@pytest.mark.parametrize(
    ("kalimat", "disebut", "jenis"),
    [
        ("IKU naik", "iku", ("iku",)),
        ("capaian IKK 82,30 %", "ikk", ("ikk",)),
        ("seluruh indikator tercapai", "indikator", ("iku", "ikk")),
        ("kinerja dinas naik", "kinerja dinas", ("iku",)),
        ("IKU 1 dan IKU nomor 2", "", ()),
        ("Indikator Kinerja Utama §§", "", ()),
        ("kinerja pegawai 90 %", "", ()),
        ("perjanjian kinerja", "", ()),
    ],
)
def test_kelompok(kalimat, disebut, jenis):
    semua = list(sebutan_kelompok(kalimat))
    assert [(satu[3], satu[0]) for satu in semua] == ([(disebut, jenis)] if disebut else [])


@pytest.mark.parametrize(
    ("sebelum", "banyak"),
    [
        ("Seluruh ", SEMUA),
        ("ketujuh ", SEMUA),
        ("belum semua ", TIDAK_SEMUA),
        ("tidak satu pun ", TIDAK_SATU),
        ("sebagian besar ", SEBAGIAN),
        ("capaian ", ""),
    ],
)
def test_lingkup(sebelum, banyak):
    assert lingkup(sebelum) == banyak


@pytest.mark.parametrize(
    ("kalimat", "status"),
    [
        ("Desa  Sangat Tertinggal berkurang", [("SANGAT TERTINGGAL",)]),
        ("Desa berstatus Mandiri bertambah", [("MANDIRI",)]),
        ("Desa Maju dan Mandiri bertambah", [("MAJU", "MANDIRI")]),
        ("desa Maju ke atas", [("MAJU", "MANDIRI")]),
        ("desa Berkembang menjadi Maju", []),
        ("Tertinggal tinggal 4 desa", [("TERTINGGAL",)]),
        ("layanan makin maju", []),
    ],
)
def test_sebutan_status(kalimat, status):
    assert [satu[0] for satu in sebutan_status(kalimat)] == status


@pytest.mark.parametrize(
    ("kalimat", "status"),
    [
        ("Tidak ada lagi desa tertinggal", "TERTINGGAL"),
        ("kabupaten bebas dari desa tertinggal", "TERTINGGAL"),
        ("Desa tertinggal pada tahun 2022 sudah tidak ada", "TERTINGGAL"),
        ("Seluruh desa tertinggal telah dientaskan", "TERTINGGAL"),
        ("tidak ada desa tertinggal yang terlewat", ""),
        ("agar tidak ada desa tertinggal", ""),
        ("belum bebas dari desa tertinggal", ""),
    ],
)
def test_nihil(kalimat, status):
    assert nihil(kalimat) == status


def test_status_seluruhnya():
    assert seluruh_desa("Seluruh desa telah berstatus minimal Maju") == ("MAJU", "MANDIRI")
    assert seluruh_desa("Belum semua desa berstatus Maju") == ()
    assert status_pertama("Jumlah desa tertinggal menjadi desa Mandiri") == "TERTINGGAL"
    assert status_pertama("Jumlah LPM") == ""
    assert not is_seluruhnya("Desa Mandiri di Kecamatan Rambutan")


def test_anggaran_seluruhnya():
    dinas, kabupaten = "Dinas Pemberdayaan Masyarakat dan Desa", "Kabupaten Uji"
    for kalimat in (f"Anggaran {dinas} {kabupaten} untuk 5 program Rp 5", "Pagu DPMD", "Belanja"):
        assert is_seluruh_anggaran(kalimat, dinas, kabupaten)
    for kalimat in ("Anggaran kegiatan itu", "Anggaran tiap desa", "Semua", "Belanja pegawai"):
        assert not is_seluruh_anggaran(kalimat, dinas, kabupaten)


@pytest.mark.parametrize(
    ("kalimat", "dikatakan"),
    [
        ("Penggunaan anggaran sudah efisien", True),
        ("Penggunaan anggaran belum efisien", False),
        ("Efisiensi penggunaan anggaran dihitung", None),
        ("Agar penggunaan anggaran efisien", None),
        ("Rapat berjalan efisien", None),
    ],
)
def test_efisien(kalimat, dikatakan):
    assert efisien(kalimat) is dikatakan


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
