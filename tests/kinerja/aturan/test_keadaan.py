"""Keadaan nilai: tulisan orang dibaca, satuannya dicocokkan, masa-masanya digabung."""

from dataclasses import replace
from decimal import Decimal

import pytest

from kinerja.aturan.bacaan import diterima, parse_tertulis
from kinerja.aturan.capaian import Arah, capaian
from kinerja.aturan.keadaan import Keadaan, Rentang, TanpaNilai, keterangan
from kinerja.aturan.periode import Cara, Pecahan, gabungan

TIDAK_BERLAKU = TanpaNilai(Keadaan.TIDAK_BERLAKU)
BELUM_RILIS = TanpaNilai(Keadaan.BELUM_RILIS, "BPS terbit Mei")


def rentang(bawah, atas, *, termasuk=True):
    tepi = [None if satu is None else Decimal(satu) for satu in (bawah, atas)]
    return Rentang(*tepi, termasuk)


@pytest.mark.parametrize(
    ("tulisan", "isi", "kembali"),
    [
        ("3-5", rentang(3, 5), "3–5"),
        ("3 s.d. 5", rentang(3, 5), "3–5"),
        ("-3 sampai -1", rentang(-3, -1), "-3–-1"),
        (">90", rentang(90, None, termasuk=False), "> 90"),
        ("minimal 90,5", rentang("90.5", None), "≥ 90,5"),
        ("<= 1.000", rentang(None, 1000), "≤ 1.000"),
        ("kurang dari 10", rentang(None, 10, termasuk=False), "< 10"),
        ("n/a", TIDAK_BERLAKU, "tidak berlaku"),
        ("N.A.", TIDAK_BERLAKU, "tidak berlaku"),
        ("Belum Rilis", BELUM_RILIS, "belum rilis"),
        ("belum terbit: BPS terbit Mei", BELUM_RILIS, "belum rilis: BPS terbit Mei"),
        ("1.234,5", Decimal("1234.5"), "1234.5"),
        ("10.000,-", Decimal(10000), "10000"),
    ],
)
def test_tulisan_dibaca_dan_ditulis_kembali(tulisan, isi, kembali):
    dibaca = parse_tertulis(tulisan)
    assert (dibaca.isi, str(dibaca.isi)) == (isi, kembali)
    if not isinstance(isi, Decimal):
        assert parse_tertulis(kembali).isi == isi


@pytest.mark.parametrize(
    ("tulisan", "pesan"),
    [
        ("5-3", "yang kiri harus lebih kecil"),
        ("1,234.56", "Maksud Anda 1.234,56?"),
        ("abc 5", "bukan angka yang dikenali"),
        ("kira-kira", "bukan angka yang dikenali"),
        ("9" * 100, "bukan angka yang dikenali"),
    ],
)
def test_yang_tidak_dikenali_ditolak(tulisan, pesan):
    with pytest.raises(ValueError, match=pesan.replace("?", r"\?")):
        parse_tertulis(tulisan)


@pytest.mark.parametrize(
    ("tulisan", "satuan", "isi"),
    [
        ("12", "Dokumen", 12),
        ("12 dokumen", "Dokumen", 12),
        ("Rp 1.000", "Rp", 1000),
        ("81,48 %", "Persen", Decimal("81.48")),
        ("50 persen", "%", 50),
    ],
)
def test_satuan_yang_sama_diterima(tulisan, satuan, isi):
    assert diterima(parse_tertulis(tulisan), satuan) == isi


@pytest.mark.parametrize(
    ("tulisan", "satuan", "milik"),
    [
        ("100 %", "Dokumen", "bersatuan Dokumen"),
        ("12 orang", "Hari", "bersatuan Hari"),
        ("> 90 %", "Orang", "bersatuan Orang"),
        ("Rp 5", "Dokumen", "bersatuan Dokumen"),
        ("5 %", "", "belum bersatuan"),
    ],
)
def test_satuan_lain_ditolak_dengan_sebabnya(tulisan, satuan, milik):
    with pytest.raises(ValueError, match=f"“{tulisan}” bersatuan .*, sedangkan baris ini {milik}"):
        diterima(parse_tertulis(tulisan), satuan)


def test_persen_pada_baris_perseratus_bersatuan_lain():
    assert diterima(parse_tertulis("81,48 %"), "Nilai", is_persen=True) == Decimal("81.48")


@pytest.mark.parametrize(
    ("cara", "isian", "hasil"),
    [
        (Cara.JUMLAH, (Decimal(2), rentang(3, 5)), rentang(5, 7)),
        (Cara.JUMLAH, (Decimal(2), rentang(3, None)), rentang(5, None)),
        (Cara.RATA, (Decimal(2), rentang(4, 6)), rentang(3, 4)),
        (Cara.TERTINGGI, (rentang(None, 4), rentang(3, 6)), rentang(3, 6)),
        (Cara.TERTINGGI, (Decimal(9), rentang(3, None)), rentang(9, None)),
        (Cara.TERTINGGI, (rentang(None, 4), rentang(None, 6)), rentang(None, 6)),
        (Cara.TERENDAH, (Decimal(9), rentang(3, None)), rentang(3, 9)),
        (Cara.TERAKHIR, (Decimal(9), rentang(3, 5)), rentang(3, 5)),
        (Cara.PECAHAN, (Pecahan(Decimal(1), Decimal(2)), rentang(3, 5)), None),
        (Cara.JUMLAH, (Pecahan(Decimal(1), Decimal(0)), rentang(3, 5)), None),
        (Cara.JUMLAH, (Decimal(2), TIDAK_BERLAKU, Decimal(3)), Decimal(5)),
        (Cara.TERAKHIR, (Decimal(2), TIDAK_BERLAKU), Decimal(2)),
        (Cara.RATA, (TIDAK_BERLAKU, TIDAK_BERLAKU), TIDAK_BERLAKU),
        (Cara.JUMLAH, (Decimal(2), BELUM_RILIS), BELUM_RILIS),
        (Cara.TERAKHIR, (Decimal(2), BELUM_RILIS), BELUM_RILIS),
        (Cara.TERAKHIR, (BELUM_RILIS, Decimal(2)), Decimal(2)),
        (Cara.JUMLAH, (), None),
    ],
)
def test_gabungan_masa(cara, isian, hasil):
    assert gabungan(isian, cara) == hasil


def test_gabungan_membawa_alasannya_sekali():
    hasil = gabungan([BELUM_RILIS, BELUM_RILIS, Decimal(1)], Cara.JUMLAH)
    assert keterangan(hasil) == "Belum rilis: BPS terbit Mei"


@pytest.mark.parametrize("cara", [Cara.JUMLAH, Cara.RATA, Cara.TERTINGGI, Cara.TERENDAH])
def test_gabungan_rentang_membawa_semua_alasannya(cara):
    survei, sensus = (replace(rentang(3, 5), sebab=sebab) for sebab in ("survei", "sensus"))
    assert str(gabungan([survei, sensus, survei], cara)).endswith(": survei; sensus")


@pytest.mark.parametrize(
    ("termasuk", "nilai", "tepi"),
    [
        (True, 2, 3),
        (True, 3, None),
        (True, 5, None),
        (True, 6, 5),
        (False, 3, 3),
        (False, 4, None),
        (False, 5, 5),
    ],
)
def test_tepi_yang_dilewati(termasuk, nilai, tepi):
    assert rentang(3, 5, termasuk=termasuk).tepi(Decimal(nilai)) == tepi


@pytest.mark.parametrize(
    ("target", "realisasi", "arah", "persen"),
    [
        (rentang(3, 5), Decimal(4), Arah.NAIK, 100),
        (rentang(3, 5), Decimal(5), Arah.NAIK, 100),
        (rentang(3, 5), Decimal(6), Arah.NAIK, 120),
        (rentang(90, None, termasuk=False), Decimal(45), Arah.NAIK, 50),
        (rentang(None, 10), Decimal(12), Arah.TURUN, 80),
        (rentang(0, 5), Decimal(-1), Arah.NAIK, None),
        (Decimal(4), rentang(3, 5), Arah.NAIK, None),
        (Decimal(4), BELUM_RILIS, Arah.NAIK, None),
        (TIDAK_BERLAKU, Decimal(4), Arah.NAIK, None),
    ],
)
def test_capaian_terhadap_rentang(target, realisasi, arah, persen):
    assert capaian(target, realisasi, arah).persen == persen


def test_tulisan_rentang_menurut_desimal_cetak():
    assert rentang(3, 5).tulisan(2) == "3,00–5,00"


@pytest.mark.parametrize(
    ("tulisan", "nilai"), [("78,36000", "78.36"), ("8.640.000,000", "8640000")]
)
def test_desimal_dihitung_menurut_nilainya(tulisan, nilai):
    assert str(parse_tertulis(tulisan).isi) == nilai
