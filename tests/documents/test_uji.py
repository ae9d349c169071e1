"""Satu bentuk uji: hasil tiap fakta menjadi banyaknya, temuannya, urutan dan tempatnya."""

from dataclasses import replace
from types import SimpleNamespace

from documents.uji import (
    Pemeriksaan,
    Temuan,
    kunci_fakta,
    nomor_kelas,
    satu_tiap_fakta,
    semua_temuan,
    uji,
)

SALAH = Temuan("V2", "Tabel 1", "Berbeda.", "88", "25")


def test_uji_menghitung_yang_dibandingkan():
    @uji("V2", "jumlah terhadap hitungannya")
    def check(naskah, bahan, isi):
        yield from (None, SALAH, SALAH, None)

    hasil = check("naskah", "bahan", "isi")
    assert hasil == Pemeriksaan("V2", "jumlah terhadap hitungannya", 4, (SALAH,))
    assert hasil.nama_kelas == SALAH.nama_kelas == "jumlah dihitung ulang"


def test_urut_nomor_kelas_dan_yang_menahan_lebih_dahulu():
    sepuluh = Temuan("V10", "a", "x")
    menahan = Temuan("V11", "skala", "celah", is_blocking=True)
    pemeriksaan = [Pemeriksaan("V10", "", 1, (sepuluh,)), Pemeriksaan("V2", "", 1, (SALAH,)),
                   Pemeriksaan("V11", "", 1, (menahan,))]  # fmt: skip
    assert semua_temuan(pemeriksaan) == [menahan, SALAH, sepuluh]
    assert nomor_kelas("V2") < nomor_kelas("V10")


def test_sidik_berganti_bersama_angkanya():
    assert SALAH.sidik == Temuan("V2", "Tabel 1", "Berbeda.", "88", "25", url="/x/").sidik
    assert SALAH.sidik != Temuan("V2", "Tabel 1", "Berbeda.", "88", "26").sidik


def test_sidik_dari_fakta_dan_angkanya():
    """Kata, kelas, tempat dan halamannya boleh berganti; faktanya dan angkanya tidak."""
    lama = Temuan("V6", "Sub", "Rp 5 ada.", fakta="sub 1", nilai=("Rp 5",))
    baru = Temuan(
        "V7", "Sub kegiatan", "Triwulan I: “K” belum, Rp 5.", fakta="sub 1", nilai=("Rp 5",)
    )
    assert lama.sidik == baru.sidik
    assert lama.sidik_lama != baru.sidik_lama
    for lain in ({"nilai": ("Rp 6",)}, {"fakta": "sub 2"}, {"tercetak": "5"}, {"dihitung": "5"}):
        assert replace(lama, **lain).sidik != lama.sidik


def test_kunci_fakta_menurut_baris():
    """Baris basis data menurut nomornya; yang lain menurut tulisannya."""
    baris = SimpleNamespace(_meta=SimpleNamespace(label_lower="x.sub"), pk=7)
    assert kunci_fakta(baris, 2023, "pagu") == kunci_fakta("x.sub:7", "2023", "pagu")


def test_fakta_yang_sama_digabung_pada_kelas_terkecil():
    """Uji lain menambah kalimat dan angka yang belum ada; temuannya sendiri tidak tinggal."""
    dua = Temuan("V2", "Tabel", "Berbeda.", "", "25", fakta="sel")
    empat = Temuan("V4", "Tabel 1", "Bukan persen.", "88", "26", is_blocking=True, fakta="sel")
    lain = Temuan("V4", "Tabel 2", "Bukan persen.", fakta="sel lain")
    kedua = [Pemeriksaan("V4", "", 2, (empat, lain)), Pemeriksaan("V2", "", 1, (dua,))]
    pertama, berikut = satu_tiap_fakta(kedua)
    (gabungan,) = pertama.temuan
    assert (pertama.kelas, berikut.kelas, berikut.temuan) == ("V2", "V4", (lain,))
    assert gabungan.pesan == "Berbeda. Bukan persen."
    assert (gabungan.tercetak, gabungan.dihitung, gabungan.is_blocking) == ("88", "25", True)
    assert gabungan.sidik_lama == (*dua.sidik_lama, *empat.sidik_lama)
    berganti = [Pemeriksaan("V2", "", 1, (dua, replace(empat, dihitung="27")))]
    assert satu_tiap_fakta(berganti)[0].temuan[0].sidik != gabungan.sidik


def test_tanpa_fakta_temuannya_sendiri():
    (satu,) = satu_tiap_fakta([Pemeriksaan("V2", "", 2, (SALAH, replace(SALAH, pesan="Lain.")))])
    assert len(satu.temuan) == 2
