"""Salah cetak yang diketahui pada dokumen sumber: masing-masing disebut tepat sekali."""

from pathlib import Path

import pytest

from accounts.models import Kabupaten
from kinerja.models import (
    AngkaTercetak,
    Lkjip,
    NaskahKinerja,
    PengukuranSub,
    PerjanjianKinerja,
    SubKegiatan,
)
from kinerja.naskah.lkjip.actions import create_lkjip
from tests.factories import make_lkjip
from villages.models import BerkasIkk

README = Path(__file__).parents[3] / "fixtures" / "README.md"
# (kelas, tempat, tercetak, yang benar atau sebabnya); tempat dan sebab cukup sebagian
BANYUASIN = (
    ("V4", "IKK 6, realisasi 2019", "45,50", "45,51"),
    ("V4", "IKK 6, target 2019", "46,70", "46,71"),
    ("V4", "IKK 6, realisasi 2020", "43,95", "43,96"),
    ("V4", "IKK 6, realisasi 2021", "15,68", "15,69"),
    ("V4", "IKK 6, target 2021", "19,60", "19,61"),
    ("V4", "IKK 6, realisasi 2022", "37,20", "37,21"),
    ("V4", "IKK 7, realisasi 2022", "0,97", "0,98"),
    ("V4", "IKK 7, realisasi 2023", "1,43", "1,44"),
    ("V4", "IKK 7, target 2020", "0,54", "0,55"),
    ("V4", "IKK 7, target 2023", "1,76", "1,44 atau 1,91"),
    ("V6", "Tabel 3.1, IKK 6, capaian", "(kosong)", "183,35"),
    ("V6", "Tabel 3.1, IKK 7, capaian", "(kosong)", "81,56"),
    ("V2", "anggaran program kegiatan rutin", "10.716.928.854", "5.812.062.173"),
    ("V2", "realisasi program kegiatan rutin", "10.361.934.024", "5.499.574.092"),
    ("V6", "Tabel 3.4, 2.13.01, capaian", "(kosong)", "94,62"),
    ("V4", "Tabel 3.4, 2.13.05, capaian", "100,00", "99,998"),
    ("V10", "IKU 1.", "Nilai", "Desa"),
    ("V10", "IKU 1.", "200 desa", "283 desa, 116,46 %"),
    ("V4", "IKK 1. Rata-rata Jumlah Kelompok Binaan Lembaga", "59,01", "IKK 3"),
    ("V4", "IKK 1. Rata-rata Jumlah Kelompok Binaan Lembaga", "", "70,06 Nilai dari target 0,73"),
    ("V11", "BAB IV.A, simpulan", "96,69 %", "82,30 %"),
    ("V11", "BAB III.B, uraian di bawah Tabel 3.4, simpulan", "efektivitas", "82,30 %"),
    ("V9", "rumus capaian, pembilang", "(Reaalisasi", "tidak berpasangan"),
    ("V13", "BAB II.A, alinea kedua", "2022", "2023"),
    ("V9", "BAB III.A.1, tabel IKK, judul", "(kosong)", "Tidak berjudul"),
    ("V9", "BAB III.A.5, tabel status IDM, judul", "(kosong)", "Tidak berjudul"),
    ("V9", "BAB III.B, tabel keuangan, judul", "(kosong)", "Tidak berjudul"),
    ("V12", "Tabel 2.1, sasaran", "Meningkatnya Infrastruktur", "Bangkit Infrastruktur"),
    ("V10", "IKK 7.", "Jumlah desa tertinggal yang memenuhi", "menghitung desa Mandiri"),
    ("V10", "BAB III.C, nilai AKIP", "71,5%", "71,5"),
    ("V8", "IKK 1.", "0,79", "sama persis dengan target dan pembilangnya tidak diketahui"),
    ("V8", "IKK 2.", "1,94", "sama persis dengan target dan pembilangnya tidak diketahui"),
    ("V4", "IKK 3.", "78,36", "sama persis dengan target dan pembilangnya tidak diketahui"),
    ("V4", "IKK 4.", "80,6", "sama persis dengan target dan pembilangnya tidak diketahui"),
    ("V4", "IKK 5.", "98,69", "sama persis dengan target dan pembilangnya tidak diketahui"),
    ("V2", "Tabel definisi IKK, IKK 3, satuan", "Nilai", "%"),
    ("V2", "Tabel definisi IKK, IKK 4, satuan", "Nilai", "%"),
    ("V2", "Tabel definisi IKK, IKK 5, satuan", "Nilai", "%"),
    ("V12", "cetakan pertama, tanggal", "29 Desember 2023", "20 Desember 2023"),
    ("V12", "Marga Sungsang, kecamatan", "Banyuasin II", "Suak Tapeh"),
    ("V4", "IKK 3.", "78,36", "78,27 atau 78,59"),
    ("V4", "IKK 4.", "80,6", "80,51 atau 80,83"),
    ("V4", "IKK 5.", "98,69", "98,62 atau 98,76"),
    ("V2", "Tabel 1.3, jumlah", "88", "25"),
    ("V4", "capaian IKU 1 tahun 2022", "97,20%", "97,21"),
)
BUKTI_IKK = (
    ("V2", "Output 1", "114", "22"),
    ("V3", "LPM", "313", "288"),
    ("V3", "LPM", "313", "25 kelurahan"),
    ("V10", "Output 4", "Kelompok", "Desa"),
    ("V2", "Output 1", "114", "111"),
    ("V2", "Output 2", "69", "66"),
)
MERANGIN = (
    ("V4", "Capaian Kinerja DPMD Merangin, %Capaian", "103%", "103,59"),
    ("V8", "IKU 1.", "", "Target 197 lebih mudah daripada realisasi 202 Desa"),
    ("V13", "2.13.04.2.01.", "2020", "2024"),
    ("V12", "2.13.01, sasaran", "Meningkatnya pemberdayaan", "Rencana Pembangunan Daerah"),
    ("V12", "2.13.03, sasaran", "masyarakat dan desa", "Pemberdayaan Masyarakat Desa"),
    ("V1", "2.13.01.2.01", "Rp 59.060.000.000", "Rp 59.060.000"),
)
RENCANA_AKSI = (
    ("V2", "2.13.01.2.02 baris 1, bulan", "12% 8% 8% 8% 8% 8% 8% 8%", "12% 8% 8% 8% 8% 8% 8%"),
    ("V2", "2.13.05.2.01 baris 4, anggaran", "(tidak terbaca)", "1.350.000.000"),
)
EVALUASI = (
    ("V2", "2.13.01.2.01 baris 3, triwulan", "III", "II III"),
    ("V2", "2.13.01.2.01 baris 5, triwulan", "III", "II III"),
    ("V6", "2.13.03, jumlah realisasi K", "-", "5"),
    ("V6", "total, persen realisasi Rp", "(kosong)", "9,74"),
)
DITANAM = (
    ("V2", "total, jumlah realisasi Rp", "999,999,999", "856.110.443"),
    ("V4", "2.13.01, persen realisasi Rp", "99.99", ""),
)
BERALASAN = ("nomor kolom terakhir", "kolom Jumlah pada Data Kelembagaan Desa")


def disebut(temuan, salah):
    """Kelas yang menyebutnya, sekali tiap temuan."""
    _, tempat, tercetak, benar = salah
    return [
        f.kelas
        for f in temuan
        if tempat in f.tempat and tercetak in f.tercetak and benar in f"{f.pesan} {f.dihitung}"
    ]


def tidak_disebut(naskah, daftar):
    """Yang tidak disebut tepat sekali oleh kelas pemiliknya."""
    temuan = naskah.reading().temuan
    return [salah for salah in daftar if disebut(temuan, salah) != [salah[0]]]


def semua_naskah():
    """Naskah kedua daerah demo, LKjIP tiap tahun yang berdata, dan berkas buktinya."""
    for kode, tahun in (("16.07", 2021), ("16.07", 2022), ("16.07", 2024), ("15.02", 2024)):
        create_lkjip(kabupaten=Kabupaten.objects.get(kode=kode), tahun=tahun, by="uji")
    for model in (Lkjip, PerjanjianKinerja, NaskahKinerja, BerkasIkk):
        yield from model.objects.all()


def test_satu_fakta_satu_temuan(nyata, db):
    """Tempat dan tulisannya tidak berulang, juga tidak di dalam kalimat temuan lain."""
    banyak = 0
    for naskah in semua_naskah():
        temuan = naskah.reading().temuan
        banyak += len(temuan)
        assert all(f.fakta for f in temuan), naskah
        assert len({f.fakta for f in temuan}) == len(temuan), naskah
        assert len({f.sidik for f in temuan}) == len(temuan), naskah
        angka = [f for f in temuan if f.tercetak and not f.fakta.startswith("kalimat")]
        tertulis = [(f.tempat, f.tercetak) for f in angka]
        assert len(set(tertulis)) == len(tertulis), naskah
        for satu in temuan:
            lain = [f for f in temuan if f is not satu and f.fakta.startswith("tercetak")]
            assert not [f.tempat for f in lain if f"{f.tempat}:" in satu.pesan]
    assert banyak > 300


def test_lkjip_banyuasin(kabupaten):
    lkjip = Lkjip.objects.get(kabupaten=kabupaten, tahun=2023)
    assert tidak_disebut(lkjip, BANYUASIN) == []


def test_nilai_akip_hanya_pada_lkjip(kabupaten):
    """Naskah indikator tidak memuat nilai AKIP."""
    for jenis in ("iku", "ikk", "capaian"):
        naskah = NaskahKinerja(kabupaten=kabupaten, tahun=2023, jenis=jenis)
        assert disebut(naskah.reading().temuan, ("", "nilai AKIP", "", "")) == []


def test_bukti_ikk_banyuasin(kabupaten):
    berkas = BerkasIkk.objects.filter(kabupaten=kabupaten, tahun=2023).first()
    berkas = berkas or BerkasIkk(kabupaten=kabupaten, tahun=2023)
    assert tidak_disebut(berkas, BUKTI_IKK) == []


@pytest.fixture
def merangin_nyata(nyata, db):
    return Kabupaten.objects.get(kode="15.02")


def test_merangin(merangin_nyata):
    lkjip = create_lkjip(kabupaten=merangin_nyata, tahun=2024, by="uji")
    assert tidak_disebut(lkjip, (*MERANGIN, *RENCANA_AKSI, *EVALUASI)) == []


def test_persen_serapan_tanpa_tahun_dibandingkan_dan_benar(merangin_nyata):
    """93.57% sama dengan 7.591.965.521 dari 8.113.668.123: dibandingkan, bukan temuan."""
    lkjip = make_lkjip(merangin_nyata, tahun=2030, nomor="x")
    v4 = next(p for p in lkjip.reading().pemeriksaan if p.kelas == "V4")
    assert v4.banyak >= 2
    assert [t.tercetak for t in v4.temuan if "Capaian Kinerja" in t.tempat] == ["103%"]


def test_angka_rencana_aksi_dan_evaluasi_lama(merangin_nyata):
    """Sekali pada naskah yang memuatnya, juga yang ditanam; triwulan sesudahnya tidak menggeser."""
    for _, tempat, tercetak, _ in DITANAM:
        rows = AngkaTercetak.objects.filter(kabupaten=merangin_nyata, tempat=tempat)
        assert rows.update(tercetak=tercetak) == 1
    satu = {"kabupaten": merangin_nyata, "tahun": 2024}
    rencana = NaskahKinerja(**satu, jenis="rencana_aksi")
    assert tidak_disebut(rencana, RENCANA_AKSI) == []
    assert tidak_disebut(rencana, EVALUASI) == list(EVALUASI)
    sub = SubKegiatan.objects.filter(kegiatan__program__tahun=2024, pagu__gt=0).first()
    PengukuranSub.objects.create(sub_kegiatan=sub, triwulan=2, kinerja=1, keuangan=1)
    for jenis in ("evaluasi", "e81"):
        naskah = NaskahKinerja(**satu, jenis=jenis, triwulan=1)
        assert tidak_disebut(naskah, (*EVALUASI, *DITANAM)) == []
        assert tidak_disebut(naskah, RENCANA_AKSI[:1]) == [RENCANA_AKSI[0]]


def test_langkah_aksi_bertahun_lama(merangin_nyata):
    """Naskah 2024 yang masih memuat “tahun anggaran 2020”."""
    aksi = NaskahKinerja(kabupaten=merangin_nyata, tahun=2024, jenis="rencana_aksi")
    assert tidak_disebut(aksi, MERANGIN[2:3]) == []


@pytest.mark.parametrize("sebab", BERALASAN)
def test_yang_tidak_dapat_dihitung_beralasan(sebab):
    assert sebab in README.read_text()
