"""Aturan murni rencana aksi dan evaluasi, contohnya dari Merangin 2024 dan Formulir E.81."""

from dataclasses import replace
from decimal import Decimal

import pytest

from kinerja.aturan.e81 import E81, rata_rata
from kinerja.aturan.periode import Aturan, Cara
from kinerja.aturan.rencana import (
    KOSONG,
    Angka,
    Evaluasi,
    Takaran,
    is_terjadwal,
    jumlah,
    jumlah_bulan,
    jumlah_uang,
    masalah_bulan,
    per_triwulan,
    target_cetak,
)
from kinerja.aturan.terlapor import terlapor

GAJI = [8, 8, 8, 8, 8, 12, 8, 8, 8, 8, 8, 8]  # Penyediaan Gaji dan Tunjangan ASN
RKA = [None] * 5 + [50, 25, 25] + [None] * 4  # Perubahan RKA-SKPD
TANPA = [None] * 12


def test_bulan():
    assert (jumlah_bulan(GAJI), jumlah_bulan(TANPA)) == (100, None)
    assert per_triwulan(GAJI) == [24, 28, 24, 24]
    assert per_triwulan(RKA) == [None, 50, 50, None]
    assert (is_terjadwal(GAJI), is_terjadwal(TANPA)) == (True, False)


@pytest.mark.parametrize(
    ("bulan", "kalimat"),
    [
        (GAJI, ""),
        (TANPA, ""),
        ([8] * 11 + [11], "Jumlah kedua belas bulan 99 %, harus 100 % (kurang 1)."),
        ([8] * 11 + [13], "Jumlah kedua belas bulan 101 %, harus 100 % (lebih 1)."),
        ([0] * 12, "Jumlah kedua belas bulan 0 %, harus 100 % (kurang 100)."),
        ([*GAJI, 8], "Jadwal berisi 13 bulan, seharusnya 12."),
        ([-1, 101] + [None] * 10, "Januari -1 %; tiap bulan antara 0 dan 100 %."),
        ([None, 101] + [None] * 10, "Februari 101 %; tiap bulan antara 0 dan 100 %."),
    ],
)
def test_masalah_bulan(bulan, kalimat):
    assert masalah_bulan(bulan) == kalimat


def evaluasi(target, *triwulan):
    return Evaluasi(target, (*triwulan, *[KOSONG] * (4 - len(triwulan))))


def test_evaluasi_naskah():
    """Penyusunan Dokumen Perencanaan: K 2 dari 2, Rp 7.610.000 dari 8.640.000 tercetak 88.08."""
    e = evaluasi(Takaran(Decimal(2), Decimal(8640000)), Takaran(Decimal(2), Decimal(7610000)))
    assert e.jumlah == Angka(Decimal(2), Decimal(7610000))
    assert e.persen == Angka(Decimal("100.00"), Decimal("88.08"))
    assert e.simpangan == Decimal("11.92")
    assert e.sampai(1).jumlah == e.sampai(4).jumlah == e.jumlah


def test_evaluasi_menjumlah_triwulan():
    e = evaluasi(
        Takaran(Decimal(4), Decimal(1000)),
        Takaran(Decimal(1), Decimal(250)),
        Takaran(None, Decimal(250)),
        Takaran(Decimal(2), None),
    )
    assert e.jumlah == Angka(Decimal(3), Decimal(500))
    assert e.sampai(2).jumlah == Angka(Decimal(1), Decimal(500))
    assert e.persen == Angka(Decimal("75.00"), Decimal("50.00"))
    assert e.simpangan == Decimal("25.00")


@pytest.mark.parametrize("target", [Takaran(None, None), Takaran(Decimal(0), Decimal(0))])
def test_tanpa_target_tidak_dapat_dihitung(target):
    e = evaluasi(target, Takaran(Decimal(1), Decimal(1)))
    assert e.persen == Angka()
    assert e.simpangan is None


def test_tanpa_hasil():
    belum = evaluasi(
        Takaran(Decimal(1), Decimal(100)),
        KOSONG,
        Takaran(Decimal(0), Decimal(0)),
        Takaran(None, Decimal(5)),
    )
    assert [belum.tanpa_hasil(RKA, n) for n in (1, 2, 3, 4)] == [False, True, False, False]
    assert belum.jumlah.k == 0


def test_persen_bertahap_tidak_dijumlahkan():
    """Kegiatan ber-% yang tercapai 100 tiap triwulan setahun tetap 100, bukan 400."""
    seratus = [Takaran(Decimal(100), Decimal(5))] * 4
    e = Evaluasi(Takaran(Decimal(100), Decimal(20)), tuple(seratus), Aturan(Cara.TERAKHIR))
    assert (e.jumlah, e.persen) == (
        Angka(Decimal(100), Decimal(20)),
        Angka(Decimal(100), Decimal(100)),
    )
    assert e.sampai(2).jumlah == Angka(Decimal(100), Decimal(10))
    hasil = E81(Takaran(Decimal(100)), Takaran(Decimal(90), Decimal(7)), e, tahun_lalu=2)
    assert (hasil.akhir, hasil.persen.k) == (Angka(Decimal(100), Decimal(27)), 100)


def test_rata_rata_dibulatkan_sekali_saat_dicetak():
    triwulan = [Takaran(Decimal(n)) for n in (1, 1, 2)]
    e = evaluasi(Takaran(Decimal(3)), *triwulan)
    e = replace(e, aturan=Aturan(Cara.RATA))
    assert (e.jumlah.k, e.persen.k) == (Decimal("1.33"), Decimal("44.44"))
    assert E81(KOSONG, Takaran(Decimal(2)), e, tahun_lalu=1).akhir.k == Decimal("1.67")


def test_jumlah_dan_rata_rata():
    assert jumlah([None, Decimal(2), Decimal(3)]) == 5
    assert jumlah([None, None]) is None
    assert rata_rata([Decimal("90.5"), None, Decimal("81.01")]) == Decimal(
        "85.76"
    )  # 85,755 setengah ke atas
    assert rata_rata([None]) is None


def test_e81():
    """Kolom 5 = 5|1.000, 6 = 2|300, 7 = 1|250, 8–11 berjumlah 1|200."""
    e = evaluasi(
        Takaran(Decimal(1), Decimal(250)),
        Takaran(Decimal(1), Decimal(50)),
        Takaran(None, Decimal(150)),
    )
    f = E81(Takaran(Decimal(5), Decimal(1000)), Takaran(Decimal(2), Decimal(300)), e)
    assert f.akhir == Angka(Decimal(3), Decimal(500))
    assert f.persen == Angka(Decimal("60.00"), Decimal("50.00"))
    tanpa_lalu = E81(Takaran(Decimal(5), Decimal(1000)), KOSONG, e)
    assert (tanpa_lalu.akhir, tanpa_lalu.persen) == (Angka(), Angka())
    terakhir = replace(e, aturan=Aturan(Cara.TERAKHIR))
    tanpa_lalu = E81(Takaran(Decimal(5), Decimal(1000)), KOSONG, terakhir)
    assert (tanpa_lalu.akhir, tanpa_lalu.persen) == (Angka(Decimal(1)), Angka(Decimal("20.00")))
    awal = E81(Takaran(Decimal(5), Decimal(1000)), KOSONG, e, tahun_lalu=0)
    assert (awal.akhir, awal.persen.k) == (e.jumlah, Decimal("20.00"))
    tanpa_kini = E81(Takaran(Decimal(5), None), Takaran(Decimal(2), Decimal(300)), evaluasi(KOSONG))
    assert tanpa_kini.akhir == Angka()


def test_uang_dijumlahkan_ke_atas_dengan_kelengkapannya():
    lapor = evaluasi(Takaran(None, Decimal(300)), KOSONG, Takaran(Decimal(1), Decimal(120)))
    belum = evaluasi(Takaran(Decimal(1), Decimal(100)))
    tanpa_pagu = evaluasi(Takaran(None, Decimal(0)), Takaran(None, Decimal(5)))
    total = jumlah_uang(Decimal(500), [lapor, belum, tanpa_pagu])
    assert total.target == Takaran(None, Decimal(500))
    assert [t.rp for t in total.triwulan] == [5, 120, None, None]
    assert {t.k for t in total.triwulan} == {None}
    hasil = terlapor(total, [lapor, belum, tanpa_pagu])
    assert (hasil.rp, hasil.persen, hasil.baris, hasil.berpagu) == (125, Decimal("25.00"), 1, 2)
    assert hasil.kalimat == "Triwulan II: 1 dari 2 baris berpagu"


def test_kelengkapan_menurut_triwulan_yang_disebut():
    """Yang baru mengisi triwulan sebelumnya tidak dihitung; yang setahunnya diketahui dihitung."""
    pagu = Takaran(None, Decimal(100))
    lama = evaluasi(pagu, Takaran(None, Decimal(7)))
    kini = evaluasi(pagu, KOSONG, Takaran(None, Decimal(3)))
    semua = [lama, lama, kini]
    hasil = terlapor(jumlah_uang(Decimal(300), semua), semua)
    assert (hasil.rp, hasil.kalimat) == (17, "Triwulan II: 1 dari 3 baris berpagu")
    semua = [lama, replace(lama, setahun_rp=Decimal(9)), kini]
    hasil = terlapor(jumlah_uang(Decimal(300), semua), semua)
    assert hasil.kalimat == "Triwulan II: 2 dari 3 baris berpagu"


def test_belum_ada_yang_dilaporkan():
    total = jumlah_uang(None, [])
    assert total.triwulan_akhir == 0
    assert (terlapor(total, []).rp, terlapor(total, []).kalimat) == (None, "")


@pytest.mark.parametrize(
    ("nilai", "satuan", "teks"),
    [
        ("25.0000", "%", "25 %"),
        ("0.5000", "Dokumen", "0,5 Dokumen"),
        ("1200", "", "1.200"),
        (None, "%", ""),
    ],
)
def test_target_cetak(nilai, satuan, teks):
    assert target_cetak(None if nilai is None else Decimal(nilai), satuan) == teks


def test_uang_setahun_dari_dokumen_hanya_sampai_akhir_tahun():
    """Tanpa triwulan dipakai uang setahunnya; jumlah ke atas memuat keduanya."""
    dokumen = Evaluasi(Takaran(rp=Decimal(100)), (KOSONG,) * 4, setahun_rp=Decimal(90))
    assert (dokumen.jumlah.rp, dokumen.persen.rp) == (90, 90)
    assert (dokumen.sampai(4).jumlah.rp, dokumen.sampai(3).jumlah.rp) == (90, None)
    diukur = Evaluasi(Takaran(rp=Decimal(50)), (Takaran(rp=Decimal(5)), *(KOSONG,) * 3))
    assert jumlah_uang(Decimal(150), [dokumen, diukur]).jumlah.rp == 95
    assert jumlah_uang(Decimal(50), [diukur]).setahun_rp is None
