"""Lembar IDM dan Indeks Desa yang menyebut tahun lain dari tahun data yang dipilih ditahan."""

import pytest

from documents.impor.judul import BERTAHUN_LAIN
from documents.pembaca import Sel, Tabel
from idm.impor import Acuan
from idm.impor.indeks_read import PembacaIndeks
from idm.impor.read import Pembaca
from idm.models import Instrumen
from tests.idm.impor_indeks.bahan import rekap_kantor, rekap_kementerian
from tests.idm.test_nasional import jalankan, write
from villages.models import Desa

pytestmark = pytest.mark.django_db
TERBITAN = ("0,8", "0,7", "0,6", "0,7", "MAJU")
KEPALA = ("Kode Desa", "IKS", "IKE", "IKL", "IDM", "Status")
REBO = ("1607012001", "Sungai Rebo", 120, 60, 100, 70, 40, 60, 70.87, "MAJU")


def bertahun(tahun):
    return [f"{judul} {tahun}" for judul in KEPALA[1:]]


def idm(kabupaten, nama, tahun, *atas, kepala=KEPALA, isi=TERBITAN, bawah=()):
    """Letak dan pesan tiap masalah, dan tahun baris yang terbaca."""
    pembaca = Pembaca(Acuan(kabupaten), tahun)
    desa = ["1607012001", *isi]
    pembaca.lembar(nama, [*([satu] for satu in atas), list(kepala), desa, *bawah])
    pembaca.selesai()
    masalah = [(satu.sel, satu.pesan) for satu in pembaca.kesalahan]
    return masalah, [baris.tahun for baris in pembaca.rows]


def lain(sel, tertulis, dipilih):
    return (sel, BERTAHUN_LAIN.format(tertulis=tertulis, dipilih=dipilih))


def test_nama_judul_dan_keterangan_idm(nyata, kabupaten):
    judul = "REKAP IDM KABUPATEN BANYUASIN, TAHUN 2024, SUMBER: KEMENDESA"
    masalah, _ = idm(kabupaten, "IDM 2024", 2022, judul)
    assert masalah == [lain("", 2024, 2022), lain("A1", 2024, 2022)]
    for nama in ("idm_2024.csv", "Sheet1"):
        assert idm(kabupaten, nama, 2024, judul) == ([], [2024])
    bawah = [[], ["Catatan: data tahun 2024"]]
    masalah, _ = idm(kabupaten, "Lembar", 2022, bawah=bawah)
    assert masalah[0] == lain("A4", 2024, 2022)
    for honest in ("Sumber: Kemendesa 2024", "Permendesa Nomor 2 Tahun 2016"):
        assert idm(kabupaten, "Lembar", 2022, honest) == ([], [2022])


def test_kolom_tahun_lalu_di_samping_tahun_dipilih(nyata, kabupaten):
    """Rekap resmi memuat tahun lalu; hanya ditahan bila semua kolomnya tahun lain."""
    dua = ("Kode Desa", *bertahun(2023), *bertahun(2024))
    isi = (*TERBITAN, *TERBITAN)
    assert idm(kabupaten, "IDM 2024", 2024, kepala=dua, isi=isi) == ([], [2023, 2024])
    masalah, _ = idm(kabupaten, "Lembar", 2022, kepala=dua, isi=isi)
    assert masalah == [lain("B1", 2023, 2022), lain("G1", 2024, 2022)]
    kini = (*KEPALA, *bertahun(2023))
    assert idm(kabupaten, "IDM 2024", 2024, kepala=kini, isi=isi) == ([], [2024, 2023])
    masalah, _ = idm(kabupaten, "IDM 2024", 2022, kepala=kini, isi=isi)
    assert masalah == [lain("", 2024, 2022)]


def test_senegara_lewat_perintah(nyata, tmp_path):
    desa = Desa.objects.get(kode="16.07.01.2001")
    berkas = write(tmp_path, [KEPALA, [desa.kode, *TERBITAN]], "idm_nasional_2024.csv")
    pesan, galat = jalankan(berkas, tahun=2023)
    assert pesan == "1 kesalahan; tidak ada yang disimpan."
    assert BERTAHUN_LAIN.format(tertulis=2024, dipilih=2023) in galat


def indeks(kabupaten, nama, tahun, isi):
    tabel = Tabel(nama, [[_sel(nilai) for nilai in baris] for baris in isi])
    pembaca = PembacaIndeks(Acuan(kabupaten), tahun)
    pembaca.lembar(tabel)
    masalah = [(satu.sel, satu.pesan) for satu in pembaca.kesalahan]
    return masalah, [(baris.tahun, baris.skor) for baris in pembaca.rows]


def _sel(nilai):
    jenis = "angka" if isinstance(nilai, int | float) else "teks"
    return Sel(jenis, str(nilai))


def test_rekap_indeks_desa(nyata, kabupaten):
    kantor = [["REKAP INDEKS DESA TAHUN 2026"], *rekap_kantor(REBO)]
    masalah, terbaca = indeks(kabupaten, "Indeks Desa 2026", 2025, kantor)
    assert (masalah, terbaca) == ([lain("", 2026, 2025), lain("A1", 2026, 2025)], [])
    masalah, terbaca = indeks(kabupaten, "Indeks Desa 2026", 2026, kantor)
    assert (masalah, [tahun for tahun, _ in terbaca]) == ([], [2026])
    edisi = Instrumen.objects.get(kode="indeks-desa-2025")
    resmi = rekap_kementerian(edisi, [REBO[:2]], tahun=2026)
    (masalah, *_), _ = indeks(kabupaten, "Rekap", 2025, resmi)
    assert masalah[1] == lain("", 2026, 2025)[1]
    assert resmi[2][_kolom(masalah[0])] == "NILAI ID 2026"


def _kolom(letak):
    """Letak `AB3` menjadi nomor kolom mulai 0."""
    nomor = 0
    for huruf in letak.rstrip("0123456789"):
        nomor = nomor * 26 + ord(huruf) - 64
    return nomor - 1


def test_skor_tanpa_tahun_di_samping_nilai_tahun_lalu(nyata, kabupaten):
    """Poinnya milik tahun yang dipilih, bukan tahun lalu yang nilainya dimuat di sampingnya."""
    kepala, isi = rekap_kantor(REBO)
    dua = [[*kepala, "NILAI ID 2025"], [*isi, 69.5]]
    masalah, terbaca = indeks(kabupaten, "Indeks Desa 2026", 2026, dua)
    assert masalah == []
    assert [(tahun, str(skor)) for tahun, skor in terbaca] == [(2026, "70.87"), (2025, "69.50")]
