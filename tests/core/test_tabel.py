"""Uraian tabel: tulisan sel, jumlah, gabungan, baris yang tampak."""

import datetime
from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook

from core import spreadsheet
from core.kaki import SEBAGIAN, jumlah
from core.nilai import Bersatuan, Rumus
from core.spreadsheet import xlsx
from core.tabel import KERTAS, Kepala, Kolom, Rupa, Tabel, tulisan
from core.tampilan import Baris, Sel, tampil
from documents import uraian

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


@pytest.mark.parametrize(
    ("nilai", "bentuk"),
    [
        (Bersatuan(205, "desa", 0), '#,##0" desa"'),
        (Bersatuan(Decimal("2.5"), '"jam"', 2), '#,##0.00" jam"'),
    ],
)
def test_bentuk_angka_bersatuan(nilai, bentuk):
    assert nilai.bentuk == bentuk


def test_rumus_sebaris_tanpa_kali_satu():
    assert str(Rumus("a", "b")) == "(a) / (b)"
    assert str(Rumus("a", "b", 100)) == "(a) / (b) × 100"


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


def test_jumlah_sebagian_dikatakan():
    """Yang belum diketahui tidak menjadi nol diam-diam: jumlahnya bertanda dan diterangkan."""
    satu = tabel([["a", 100], ["b", None], ["c", 200]], jumlah="Jumlah")
    *_, kaki = tampil(satu)
    assert kaki.sel[-1].teks == "300*"
    assert satu.semua_catatan == (SEBAGIAN,)
    for utuh in (
        tabel([["a", 100], ["b", 200]], jumlah="Jumlah"),
        tabel([["a", None], ["b", None]], jumlah="Jumlah"),
        tabel([["a", 100], ["b", None]]),
    ):
        assert utuh.semua_catatan == ()
    lembar = load_workbook(BytesIO(xlsx(satu))).active
    kolom = [sel.value for (sel, *_) in lembar.iter_rows()]
    assert {"Jumlah*", SEBAGIAN} < set(kolom)


def test_gabungan_menutup_sel_lain():
    satu = tabel([["a", "x"], ["a", "y"]], kolom=(TEKS, TEKS), gabung=[(0, 0, 1, 0)])
    assert list(tampil(satu)) == [
        Baris((Sel("a", "kiri", 1, 2), Sel("x", "kiri"))),
        Baris((Sel("y", "kiri"),)),
    ]


def test_lebar_kolom_perseribu():
    assert tabel([], kolom=(Kolom(lebar=30), Kolom(lebar=10))).bagian_lebar == [750, 250]


SALAH = {
    "sel kurang": ({"baris": [["a", 1], ["b"]]}, "Uji: baris 2: 1 sel untuk 2 kolom"),
    "sel lebih": ({"baris": [["a", 1, 2]]}, "Uji: baris 1: 3 sel untuk 2 kolom"),
    "float": ({"baris": [["a", 1], ["b", 0.5]]}, "baris 2 kolom 2: nilai float tidak dapat"),
    "daftar": ({"baris": [[["a"], 1]]}, "baris 1 kolom 1: nilai list tidak dapat ditulis"),
    "kamus": ({"baris": [[{}, 1]]}, "baris 1 kolom 1: nilai dict tidak dapat ditulis"),
    "kepala kurang": ({"kepala": [[Kepala("A")]]}, "kepala baris 1 tidak menutup 2 kolom tepat"),
    "kepala lebih": ({"kepala": [[Kepala("A", 3)]]}, "kepala baris 1 tidak menutup 2 kolom"),
    "kepala bawah kurang": (
        {"kepala": [[Kepala("A", tinggi=2), Kepala("B")], []]},
        "kepala baris 2 tidak menutup 2 kolom tepat sekali",
    ),
    "kepala bertumpuk": (
        {"kepala": [[Kepala("A"), Kepala("B", tinggi=2)], [Kepala("C", 2)]]},
        "kepala baris 2 tidak menutup 2 kolom tepat sekali",
    ),
    "kepala terlalu tinggi": (
        {"kepala": [[Kepala("A", tinggi=2), Kepala("B")]]},
        "kepala lebih tinggi dari 1 barisnya",
    ),
    "gabungan di luar baris": ({"gabung": [(0, 0, 2, 0)]}, r"gabungan \(0, 0, 2, 0\) di luar"),
    "gabungan di luar kolom": ({"gabung": [(0, 1, 0, 2)]}, r"gabungan \(0, 1, 0, 2\) di luar"),
    "gabungan terbalik": ({"gabung": [(1, 0, 0, 0)]}, "tidak menutup satu sel pun"),
    "gabungan bertumpuk": (
        {"gabung": [(0, 0, 1, 0), (1, 0, 1, 1)]},
        r"gabungan \(1, 0, 1, 1\) di luar isinya atau bertumpuk",
    ),
    "kertas": ({"kertas": "A5"}, "Uji: kertas 'A5' tidak dikenal"),
    "huruf": ({"huruf": Decimal(0)}, "huruf 0 poin"),
    "baris tebal": ({"tebal": frozenset({2})}, "baris 3 disebut, isinya 2 baris"),
    "baris tanpa jumlah": ({"tanpa_jumlah": frozenset({-1})}, "baris 0 disebut, isinya 2 baris"),
    "rupa di luar kolom": ({"rupa": {(0, 2): Rupa()}}, "kolom 3 disebut, isinya 2 kolom"),
    "tanggal dan jam": (
        {"baris": [["a", datetime.datetime(2024, 1, 2, tzinfo=datetime.UTC)]]},
        "baris 1 kolom 2: nilai datetime tidak dapat ditulis",
    ),
    "baris tulisan": ({"baris": ["ab"]}, "baris 1 bukan daftar sel"),
    "judul tulisan": ({"judul": "Uji"}, "judul bukan daftar tulisan"),
    "catatan tulisan": ({"catatan": "sumber: DPA"}, "catatan bukan daftar tulisan"),
    "kaki tulisan": ({"kaki": "Kepala Dinas"}, "kaki bukan daftar tulisan"),
    "tanpa kepala": ({"kepala": []}, "Uji: tanpa kepala"),
    "tanpa kolom": ({"kolom": []}, "Uji: tanpa kolom"),
    "jumlah tanpa kolomnya": (
        {"kolom": (TEKS, Kolom("bulat")), "jumlah": "Jumlah"},
        "baris jumlah tanpa kolom yang dijumlahkan",
    ),
    "jumlah tanpa tempat": (
        {"kolom": (UANG, UANG), "baris": [[1, 2]], "jumlah": "Jumlah"},
        "kolom pertama dijumlahkan; tulisan jumlah tidak bertempat",
    ),
    "tertutup gabungan": (
        {"baris": [["a", 1], ["b", ""]], "gabung": [(0, 0, 1, 0)]},
        "baris 2 kolom 1 berisi tetapi tertutup gabungan",
    ),
    "terjumlah di balik gabungan": (
        {"baris": [["a", 1], ["b", 1]], "gabung": [(0, 1, 1, 1)]},
        "baris 2 kolom 2 berisi tetapi tertutup gabungan",
    ),
    "rupa di luar baris": ({"rupa": {(5, 0): Rupa()}}, "baris 6 disebut, isinya 2 baris"),
}


@pytest.mark.parametrize("salah", SALAH)
def test_yang_tidak_dapat_dinyatakan_gagal_dengan_tempatnya(salah):
    isi, kalimat = SALAH[salah]
    with pytest.raises(ValueError, match=kalimat):
        replace(tabel([["a", 1], ["b", 2]]), **isi)


NAN, TAK_BERHINGGA = Decimal("NaN"), Decimal("Infinity")
TANGGAL = datetime.date(2023, 12, 29)
BUKAN_ISI = [
    (Kolom("rupiah"), NAN, "NaN bukan bilangan"),
    (Kolom("teks"), TAK_BERHINGGA, "Infinity bukan bilangan"),
    (Kolom("desimal"), Bersatuan(NAN, "desa", 0), "NaN bukan bilangan"),
    (Kolom("rupiah"), TANGGAL, "nilai date bukan isi kolom rupiah"),
    (Kolom("tahun"), TANGGAL, "nilai date bukan isi kolom tahun"),
    (Kolom("tanggal"), 2023, "nilai int bukan isi kolom tanggal"),
    (Kolom("bulat"), Decimal("2.5"), "2.5 bukan bilangan bulat"),
    (Kolom("bulat"), Bersatuan(Decimal("2.5"), "desa", 1), "2.5 bukan bilangan bulat"),
    (Kolom("tahun"), Decimal("2023"), "nilai Decimal bukan isi kolom tahun"),
    (Kolom("rupiah"), True, "nilai bool bukan isi kolom rupiah"),
    (Kolom("persen"), Rumus("a", "b"), "nilai Rumus bukan isi kolom persen"),
    (UANG, "belum rilis", "nilai str bukan isi kolom rupiah yang dijumlahkan"),
    (UANG, Bersatuan(2, "desa", 0), "nilai Bersatuan bukan isi kolom rupiah yang dijumlahkan"),
    (Kolom("teks", is_jumlah=True), False, "nilai bool bukan isi kolom teks yang dijumlahkan"),
]


@pytest.mark.parametrize(("kolom", "nilai", "kalimat"), BUKAN_ISI)
def test_nilai_yang_bukan_isi_kolomnya_gagal(kolom, nilai, kalimat):
    with pytest.raises(ValueError, match=f"Uji: baris 1 kolom 2: {kalimat}"):
        tabel([["a", nilai]], kolom=(TEKS, kolom))


@pytest.mark.parametrize(
    ("jenis", "nilai"),
    [
        ("bulat", Decimal("2.00")),
        ("bulat", "10 dari 288"),
        ("rupiah", Decimal("2.50")),
        ("desimal", "belum rilis"),
        ("desimal", Bersatuan(Decimal("2.5"), "desa", 1)),
        ("tanda", "v"),
        ("tanda", 1),
        ("tahun", 2024),
        ("tanggal", TANGGAL),
        ("teks", TANGGAL),
        ("teks", Rumus("a", "b")),
        ("teks", True),
    ],
)
def test_nilai_yang_diterima_kolomnya(jenis, nilai):
    assert tabel([["a", nilai]], kolom=(TEKS, Kolom(jenis))).baris == [["a", nilai]]


def test_gabungan_boleh_mengulang_isi_pojoknya():
    satu = tabel([["a", 1], ["a", 2], ["", 3]], gabung=[(0, 0, 2, 0)])
    assert [len(baris.sel) for baris in tampil(satu)] == [2, 1, 1]


def test_kepala_bertingkat_yang_utuh_diterima():
    atas = [Kepala("A", tinggi=2), Kepala("B", 2)]
    bawah = [Kepala("C"), Kepala("D")]
    nomor = [Kepala(str(n), is_nomor=True) for n in (1, 2, 3)]
    kolom = [TEKS] * 3
    assert Tabel("Uji", kolom, [atas, bawah, nomor], []).bagian_lebar == [333] * 3


@pytest.mark.parametrize(
    ("create", "kalimat"),
    [
        (lambda: Kolom("pecahan"), "Kolom berjenis 'pecahan' tidak dikenal"),
        (lambda: Kolom(lebar=0), "Kolom teks selebar 0 aksara"),
        (lambda: Kepala("A", rata="atas"), "Kepala “A”: rata 'atas' tidak dikenal"),
        (lambda: Kepala("A", tinggi=0), "Kepala “A” tidak menutup satu sel pun"),
    ],
)
def test_kolom_dan_kepala_yang_tidak_dikenal_gagal(create, kalimat):
    with pytest.raises(ValueError, match=kalimat):
        create()


def test_kertas_uraian_sama_dengan_kertas_cetakan_dan_lembar():
    assert KERTAS == uraian.KERTAS.keys() == spreadsheet.KERTAS.keys()
