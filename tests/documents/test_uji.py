"""Satu bentuk uji: hasil tiap fakta menjadi banyaknya, temuannya, urutan dan tempatnya."""

from documents.uji import Pemeriksaan, Temuan, nomor_kelas, semua_temuan, uji

SALAH = Temuan("V2", "Tabel 1", "Berbeda.", "88", "25")


def test_uji_menghitung_yang_dibandingkan():
    @uji("V2", "jumlah terhadap hitungannya")
    def periksa(naskah, bahan, isi):
        yield from (None, SALAH, SALAH, None)

    hasil = periksa("naskah", "bahan", "isi")
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


def test_sidik_tidak_mengenal_kata_selain_yang_disebutnya():
    lama = Temuan("V6", "Sub", "Triwulan I: Rp 5.000 ada, K belum diisi.")
    assert lama.sidik == Temuan("V6", "Sub", "Triwulan I: uang Rp 5.000 tanpa K.").sidik
    for pesan in (
        "Triwulan II: Rp 5.000 ada, K belum diisi.",
        "Triwulan I: Rp 5.001 ada, K belum diisi.",
        "Triwulan I: Rp 5.000 pada “Gaji” ada, K belum diisi.",
    ):
        assert Temuan("V6", "Sub", pesan).sidik != lama.sidik
