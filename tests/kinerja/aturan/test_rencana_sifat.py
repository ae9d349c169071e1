"""Evaluasi baris pohon dengan pecahan dan sebutan, dibandingkan dengan hitungan polos."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from kinerja.aturan.bacaan import parse_pecahan
from kinerja.aturan.capaian import Sebutan
from kinerja.aturan.e81 import E81
from kinerja.aturan.keadaan import Keadaan, TanpaNilai
from kinerja.aturan.periode import Aturan, Cara, Pecahan, cara_antar_tahun, terbanding
from kinerja.aturan.rencana import Angka, Evaluasi, Takaran, target_cetak
from kinerja.aturan.satuan import tulisan_isi

BANYAK = st.integers(min_value=0, max_value=10**5)
PENYEBUT = st.integers(min_value=1, max_value=10**5)
BAGIAN = st.lists(st.none() | st.tuples(BANYAK, PENYEBUT), min_size=4, max_size=4)
SKALA = [
    Sebutan("AA", 1, Decimal(95)),
    Sebutan("A", 2, Decimal(85)),
    Sebutan("BB", 3, Decimal(75)),
    Sebutan("B", 4),
]
TINGKAT = st.sampled_from(SKALA)
SERATUS = Takaran(Decimal(100))


def persen_polos(bagian: Fraction) -> Decimal:
    """Dua desimal, setengah ke atas, tanpa `Decimal` yang terpotong di tengah."""
    seratus, sisa = divmod(bagian * 10000, 1)
    return Decimal(int(seratus) + (sisa >= Fraction(1, 2))) / 100


@given(BAGIAN, st.sampled_from([Cara.PECAHAN, Cara.TERAKHIR]))
def test_pecahan_setahun_seperti_hitungan_polos(
    bagian: list[tuple[int, int] | None], cara: Cara
) -> None:
    triwulan = []
    for satu in bagian:
        isi = None
        if satu:
            isi = Pecahan(Decimal(satu[0]), Decimal(satu[1]), 100)
        triwulan.append(Takaran(isi, Decimal(10)))
    evaluasi = Evaluasi(SERATUS, tuple(triwulan), Aturan(cara))
    terisi = [satu for satu in bagian if satu]
    if not terisi:
        assert evaluasi.jumlah == Angka(None, Decimal(40))
        assert evaluasi.persen.k is None
        return
    if cara is Cara.TERAKHIR:
        terisi = terisi[-1:]
    atas, bawah = (sum(kolom) for kolom in zip(*terisi, strict=True))
    assert evaluasi.jumlah.k == persen_polos(Fraction(atas, bawah))
    assert evaluasi.persen.k == evaluasi.jumlah.k
    assert evaluasi.jumlah.rp == 40


@given(
    st.lists(TINGKAT, min_size=1, max_size=4),
    TINGKAT,
    st.sampled_from([Cara.TERAKHIR, Cara.TERTINGGI, Cara.TERENDAH]),
)
def test_sebutan_setahun_seperti_urutannya(
    isian: list[Sebutan], target: Sebutan, cara: Cara
) -> None:
    evaluasi = Evaluasi(Takaran(target), tuple(map(Takaran, isian)), Aturan(cara))
    urutan = [satu.urutan for satu in isian]
    pilih = {Cara.TERAKHIR: urutan[-1], Cara.TERTINGGI: min(urutan), Cara.TERENDAH: max(urutan)}
    hasil = SKALA[pilih[cara] - 1]
    assert evaluasi.jumlah == Angka(None, None, hasil.nama)
    if hasil.urutan <= target.urutan:
        assert evaluasi.persen.k == 100
    elif hasil.nilai is None:
        assert evaluasi.persen.k is None
    else:
        assert target.nilai is not None
        bagian = Fraction(hasil.nilai) / Fraction(target.nilai)
        assert evaluasi.persen.k == persen_polos(bagian)


def test_e81_pecahan_dan_sebutan_antar_tahun():
    """Target akhir Renstra milik tahun terakhirnya; sebutan tertinggi menurut skalanya."""
    separuh = Pecahan(Decimal(1), Decimal(3), 100)
    kini = Evaluasi(SERATUS, (Takaran(separuh),), Aturan(Cara.PECAHAN))
    hasil = E81(Takaran(Decimal(50)), Takaran(Pecahan(Decimal(9), Decimal(10), 100)), kini, 2)
    assert (hasil.akhir.k, hasil.persen.k) == (Decimal("33.33"), Decimal("66.67"))
    tertinggi = Evaluasi(Takaran(SKALA[0]), (Takaran(SKALA[2]),), Aturan(Cara.TERTINGGI))
    hasil = E81(Takaran(SKALA[0]), Takaran(SKALA[1]), tertinggi, 1)
    assert (hasil.akhir.keadaan, hasil.persen.k) == ("A", Decimal("89.47"))
    assert cara_antar_tahun(Cara.RATA) is Cara.RATA


def test_sebutan_dan_keadaan_bukan_tanpa_hasil():
    jadwal = [100] + [None] * 11
    belum = TanpaNilai(Keadaan.BELUM_RILIS, "BPS")
    for isi, is_kosong in ((SKALA[1], False), (belum, False), (Decimal(0), True), (None, True)):
        evaluasi = Evaluasi(SERATUS, (Takaran(isi),))
        assert evaluasi.tanpa_hasil(jadwal, 1) is is_kosong


def test_tulisan():
    assert str(Pecahan(Decimal(22), Decimal(27), 100)) == "22/27"
    assert (str(SKALA[0]), target_cetak(SKALA[0], "Predikat")) == ("AA", "AA")
    assert terbanding(Pecahan(Decimal(1), Decimal(2))) == Decimal("0.5")
    assert parse_pecahan(" 22 dari 27 ") == parse_pecahan("22/27") == ("22", "27")
    assert parse_pecahan("22") is None


def test_jumlah_pecahan_dibulatkan_sekali_saat_dicetak():
    """1/3 + 2/3 + 5/7 ialah 171,428571…; yang diisi empat desimal tetap seperti isiannya."""
    bagian = [Takaran(Pecahan(Decimal(a), Decimal(b), 100)) for a, b in ((1, 3), (2, 3), (5, 7))]
    semua = Evaluasi(Takaran(Decimal(100)), (*bagian, Takaran()), Aturan(cara=Cara.JUMLAH))
    assert semua.jumlah.k == Decimal("171.43")
    assert [tulisan_isi(satu.isi) for satu in bagian] == ["33,33", "66,67", "71,43"]
    assert Takaran(Decimal("1.2345")).cetak.k == Decimal("1.2345")
