"""Nilai setahun dari masa-masanya, dibandingkan dengan hitungan pecahan yang ditulis polos."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.angka import bersatuan
from kinerja.aturan.capaian import Arah, Sebutan
from kinerja.aturan.periode import (
    ADITIF,
    Aturan,
    Cara,
    Pecahan,
    angka,
    gabungan,
    masa_terpakai,
    masalah_cara,
    sampai_kini,
)
from kinerja.aturan.satuan import desimal_hasil, desimal_satuan, is_ukuran, usulan_cara

NILAI = st.decimals(min_value=-(10**6), max_value=10**6, places=4)
BANYAK = st.integers(min_value=0, max_value=10**6)
PECAHAN = st.tuples(BANYAK, st.integers(min_value=1, max_value=10**6))
MASA = st.sampled_from([(n, b) for n in (1, 2, 3, 4) for b in (0, 3 * n - 2, 3 * n - 1, 3 * n)])
HITUNGAN = {
    Cara.TERAKHIR: lambda nilai: nilai[-1],
    Cara.JUMLAH: sum,
    Cara.RATA: lambda nilai: sum(nilai) / len(nilai),
    Cara.TERTINGGI: max,
    Cara.TERENDAH: min,
}


def dekat(satu: Decimal | None, lain: Fraction | int) -> bool:
    """Sama sampai ketelitian `Decimal`."""
    assert satu is not None
    return abs(Fraction(satu) - lain) <= Fraction(1, 10**12) * max(1, abs(lain))


@given(st.dictionaries(MASA, NILAI, min_size=1))
def test_angka_seperti_hitungan_polos(isian: dict[tuple[int, int], Decimal]) -> None:
    """Triwulan yang dirangkum mengalahkan bulan-bulannya; sisanya digabung menurut urutan."""
    triwulan_terisi = {triwulan for triwulan, bulan in isian if bulan == 0}
    terpakai = [
        Fraction(isian[triwulan, bulan])
        for triwulan, bulan in sorted(isian)
        if bulan == 0 or triwulan not in triwulan_terisi
    ]
    for cara, hitung in HITUNGAN.items():
        assert dekat(angka(Aturan(cara).setahun(isian)), hitung(terpakai))


@given(st.lists(PECAHAN, min_size=1, max_size=12))
def test_pecahan_digabung_bagiannya(bagian: list[tuple[int, int]]) -> None:
    isian = [Pecahan(Decimal(atas), Decimal(bawah), 100) for atas, bawah in bagian]
    hasil = gabungan(isian, Cara.PECAHAN)
    atas, bawah = (sum(kolom) for kolom in zip(*bagian, strict=True))
    assert hasil == Pecahan(Decimal(atas), Decimal(bawah), 100)
    assert dekat(angka(hasil), Fraction(100 * atas, bawah))
    kecil, besar = (angka(gabungan(isian, cara)) for cara in (Cara.TERENDAH, Cara.TERTINGGI))
    assert kecil <= angka(hasil) + Decimal("1e-12")
    assert angka(hasil) <= besar + Decimal("1e-12")


def test_pecahan_bukan_rata_hasil_bagi():
    """1/2 dan 9/10: bagian yang sebenarnya 10/12, bukan rata-rata 70 %."""
    isian = [Pecahan(Decimal(1), Decimal(2), 100), Pecahan(Decimal(9), Decimal(10), 100)]
    assert round(angka(gabungan(isian, Cara.PECAHAN)), 2) == Decimal("83.33")
    assert angka(gabungan(isian, Cara.RATA)) == 70
    assert gabungan(isian, Cara.TERAKHIR) == isian[-1]
    assert gabungan([*isian, Decimal(5)], Cara.PECAHAN) is None


def test_pecahan_bernilai_sama_yang_terdahulu():
    isian = [Pecahan(Decimal(1), Decimal(2)), Pecahan(Decimal(2), Decimal(4))]
    assert gabungan(isian, Cara.TERTINGGI) is isian[0]
    assert gabungan(isian, Cara.TERENDAH) is isian[0]


def test_sebutan_menurut_skalanya():
    isian = [Sebutan("B", 3), Sebutan("A", 1), Sebutan("BB", 2)]
    hasil = {cara: gabungan(isian, cara) for cara in Cara}
    terpilih = [hasil[c].nama for c in (Cara.TERAKHIR, Cara.TERTINGGI, Cara.TERENDAH)]
    assert terpilih == ["BB", "A", "B"]
    assert [hasil[c] for c in (Cara.JUMLAH, Cara.RATA, Cara.PECAHAN)] == [None, None, None]
    assert gabungan([*isian, Decimal(1)], Cara.TERTINGGI) is None


@pytest.mark.parametrize("cara", list(Cara))
def test_tanpa_isian_tidak_diketahui(cara):
    assert Aturan(cara).setahun({}) is None
    assert cara.nama


def test_penyebut_nol_tidak_diketahui():
    nol = Pecahan(Decimal(1), Decimal(0))
    assert nol.nilai is None
    assert gabungan([nol], Cara.TERTINGGI) is None
    assert gabungan([nol, Decimal(1)], Cara.JUMLAH) is None


def test_masa_terpakai():
    """Triwulan II sudah dirangkum, maka bulan April dan Mei tidak ikut."""
    assert masa_terpakai([(1, 1), (2, 0), (1, 3), (2, 4), (2, 5)]) == [(1, 1), (1, 3), (2, 0)]


@pytest.mark.parametrize(
    ("cara", "tahun_lalu", "hasil"),
    [
        (Cara.JUMLAH, 2, 50),
        (Cara.TERAKHIR, 2, 10),
        (Cara.RATA, 3, Decimal("32.5")),
        (Cara.RATA, 0, 10),
        (Cara.RATA, None, None),
        (Cara.TERTINGGI, 2, 40),
        (Cara.TERTINGGI, None, 40),
        (Cara.TERENDAH, 2, 10),
        (Cara.JUMLAH, None, 50),
        (Cara.PECAHAN, 2, 10),
    ],
)
def test_sampai_kini(cara, tahun_lalu, hasil):
    assert sampai_kini(Decimal(40), Decimal(10), cara, tahun_lalu) == hasil
    tanpa_lalu = Decimal(10) if cara in {Cara.TERAKHIR, Cara.PECAHAN} else None
    assert sampai_kini(None, Decimal(10), cara, tahun_lalu) == tanpa_lalu
    assert sampai_kini(Decimal(40), None, cara, tahun_lalu) is None


def test_aturan_menghitung_capaian_dengan_batasnya():
    aturan = Aturan(Cara.JUMLAH, Arah.NAIK, atas=Decimal(120))
    hasil = aturan.capaian(Decimal(2), Decimal(3))
    assert (hasil.persen, hasil.bebas) == (120, 150)
    assert Aturan(bawah=Decimal(50)).capaian(Decimal(4), Decimal(1)).persen == 50
    rentang = Aturan(arah=Arah.RENTANG, toleransi=Decimal(1))
    assert rentang.capaian(Decimal(4), Decimal(5)).persen == 100
    assert ADITIF.cara is Cara.JUMLAH


@pytest.mark.parametrize(
    ("satuan", "indikator", "target", "triwulan", "cara"),
    [
        ("Dokumen", "Jumlah dokumen RKA", 4, [], Cara.JUMLAH),
        ("%", "Persentase PKK aktif", 100, [25, 25, 25, 25], Cara.JUMLAH),
        ("%", "Persentase PKK aktif", 100, [100, 100, 100, 100], Cara.TERAKHIR),
        ("%", "Persentase PKK aktif", 100, [100], Cara.TERAKHIR),
        ("%", "Persentase PKK aktif", 100, [], Cara.TERAKHIR),
        ("Dokumen", "Jumlah dokumen RKA", 4, [1, 2, 3, 4], Cara.TERAKHIR),
        ("Orang", "Jumlah orang yang menerima gaji", 38, [], Cara.TERAKHIR),
        ("Unit", "Jumlah kendaraan dinas yang dipelihara", 25, [], Cara.TERAKHIR),
        ("Laporan", "Bulan Bhakti Gotong Royong Masyarakat aktif", 1, [], Cara.JUMLAH),
        ("Orang", "Jumlah orang yang mengikuti pelatihan", 5, [], Cara.JUMLAH),
        ("Desa", "Jumlah desa mandiri", 27, [], Cara.TERAKHIR),
        ("Hari", "Rata-rata lama pelayanan", 3, [], Cara.RATA),
        ("", "", None, [None, 2, 3], Cara.TERAKHIR),
    ],
)
def test_usulan_cara(satuan, indikator, target, triwulan, cara):
    isian = [None if satu is None else Decimal(satu) for satu in triwulan]
    sasaran = None if target is None else Decimal(target)
    assert usulan_cara(satuan, indikator, sasaran, isian) is cara


@pytest.mark.parametrize(
    ("satuan", "tulisan"),
    [
        ("Unit", "1 Unit"),
        ("desa", "1 desa"),
        ("%", "1,00 %"),
        ("Indeks", "1,0000 Indeks"),
        ("Jam", "1,0 Jam"),
        ("m²", "1,0 m²"),
    ],
)
def test_desimal_menurut_satuan(satuan, tulisan):
    assert bersatuan(Decimal(1), satuan, desimal_satuan(satuan)) == tulisan
    assert bersatuan(Decimal("1.50"), satuan) == f"1,5 {satuan}"


def test_rata_rata_cacahan_bukan_cacahan():
    for satuan, desimal in (("Orang", 2), ("Jam", 1), ("Indeks", 4)):
        assert desimal_hasil(satuan, is_hasil_bagi=True) == desimal
    assert desimal_hasil("Orang", is_hasil_bagi=False) == 0
    assert is_ukuran(" Hari ") and not is_ukuran("Orang")


@pytest.mark.parametrize(
    ("cara", "is_sebutan", "is_pecahan", "masalah"),
    [
        (Cara.JUMLAH, False, False, ""),
        (Cara.TERTINGGI, True, False, ""),
        (Cara.PECAHAN, False, True, ""),
        (Cara.PECAHAN, False, False, "Rumusnya bukan pecahan; tulis penyebutnya lebih dahulu."),
        (
            Cara.RATA, True, False,
            "Sebutan tidak dapat rata-rata; pilih nilai terakhir, nilai tertinggi, nilai terendah.",
        ),
    ],
)  # fmt: skip
def test_cara_yang_tidak_dapat_dipakai(cara, is_sebutan, is_pecahan, masalah):
    assert masalah_cara(cara, is_sebutan=is_sebutan, is_pecahan=is_pecahan) == masalah
