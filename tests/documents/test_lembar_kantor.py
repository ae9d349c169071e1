"""Lembar kerja sebagaimana kantor menyimpannya: kepala bertingkat, kaki tabel, nama kembar."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.models import User
from core.grid import BarisKisi
from documents.impor.kata import is_jumlah, kode_rusak, tanpa_awalan
from documents.impor.kepala import cari_kepala, dikenal_kisi
from documents.impor.kisi import check
from documents.impor.padanan import Padanan
from documents.models import Impor
from documents.pembaca import Sel, Tabel
from tests import factories
from tests.documents.test_pembaca import xlsx
from villages.grids import KegiatanPkkGrid, RekapLembagaGrid, RincianLembagaGrid
from villages.models import RekapLembaga

pytestmark = pytest.mark.django_db
URL = "/wilayah/lembaga/isian/impor/?tahun=2023"
KEPALA = ["NO", "KECAMATAN", "RT", "RW"]
BORANG = [
    ["DATA KELEMBAGAAN DESA DALAM KABUPATEN BANYUASIN"],
    [],
    ["NO", "KECAMATAN", "JUMLAH", None, "LEMBAGA KEMASYARAKATAN", None, None, "Jumlah"],
    [None, None, "DESA", "KELURAHAN", "POSYANDU", "LPM", "RW", None],
    [1, "BANYUASIN III", 21, 5, 47, 26, "-", 73],
    ["JUMLAH", None, 21, 5, 47, 26, 0, 73],
]


def tabel(isi):
    """Tulisan dan angka menjadi satu lembar."""
    baris = []
    for satu in isi:
        sel = []
        for nilai in satu:
            jenis = "angka" if isinstance(nilai, int) else "teks"
            sel.append(Sel() if nilai is None else Sel(jenis, str(nilai)))
        baris.append(sel)
    return Tabel("L", baris)


def terbaca(hasil):
    return {(satu["kolom"], satu["baru"]) for satu in hasil.ubahan}


def pesan(hasil):
    return [(satu.sel, satu.pesan) for satu in hasil.kesalahan]


@pytest.fixture
def rekap(banyuasin):
    factories.make_kecamatan(banyuasin, kode="16.07.05", nama="Banyuasin III")
    return RekapLembagaGrid(User(kabupaten=banyuasin), 2023)


@pytest.fixture
def rincian(banyuasin):
    """Dua desa senama di dua kecamatan, dan satu desa lain."""
    tanjung = factories.make_kecamatan(banyuasin, kode="16.07.12", nama="Tanjung Lago")
    makarti = factories.make_kecamatan(banyuasin, kode="16.07.10", nama="Makarti Jaya")
    factories.make_desa(tanjung, kode="16.07.12.2001", nama="Purwosari")
    factories.make_desa(makarti, kode="16.07.10.2001", nama="Purwosari")
    factories.make_desa(tanjung, kode="16.07.12.2002", nama="Banyu Urip")
    return RincianLembagaGrid(User(kabupaten=banyuasin), 2023)


def test_borang_berkepala_dua_tingkat(rekap):
    hasil = check(rekap, [tabel(BORANG)])
    assert pesan(hasil) == []
    assert terbaca(hasil) == {
        ("jumlah_desa", "21"),
        ("jumlah_kelurahan", "5"),
        ("posyandu", "47"),
        ("lpm", "26"),
    }


def test_judul_asing_pada_tingkat_mana_pun(rekap):
    """Yang salah ketik di bawah sel gabungan tidak hilang diam-diam."""
    isi = [list(satu) for satu in BORANG]
    isi[3][3] = "KELURAHANN"
    isi[3][4] = "POSYANDU AKTIV"
    sel = {letak for letak, _ in pesan(check(rekap, [tabel(isi)]))}
    assert sel == {"D4", "E4"}


def test_kolom_kembar_menahan(rekap):
    hasil = check(rekap, [tabel([[*KEPALA, "RT"], [1, "Banyuasin III", 3, 2, 4]])])
    assert ("E1", "Kolom ini sudah ada di kirinya.") in pesan(hasil)


@pytest.mark.parametrize(
    "kaki", ["JUMLAH TOTAL", "J U M L A H", "TOTAL", "Rata-rata", "Total Kabupaten Banyuasin"]
)
@pytest.mark.parametrize("nama", ["Banyuasin III", "Kecamatan Banyuasin III", "Kec. Banyuasin III"])
def test_kaki_tabel_dan_awalan(rekap, kaki, nama):
    hasil = check(rekap, [tabel([KEPALA, [1, nama, 3, 2], [None, kaki, 3, 2]])])
    assert pesan(hasil) == []
    assert terbaca(hasil) == {("rt", "3"), ("rw", "2")}
    assert hasil.banyak_baris == 1


def test_angka_tanpa_nama_disebut(rekap):
    hasil = check(rekap, [tabel([KEPALA, [1, "Banyuasin III", 3, 2], [2, None, 9, 9]])])
    (catatan,) = hasil.catatan
    assert (catatan.sel, "dilewati" in catatan.pesan) == ("C3", True)


def test_kecamatan_membedakan_desa_senama(rincian):
    isi = [
        ["Kecamatan", "Desa", "RT"],
        ["Tanjung Lago", "Purwosari", 12],
        [None, "Banyu Urip", 10],
        ["Kec. Makarti Jaya", "Purwosari", 11],
    ]
    hasil = check(rincian, [tabel(isi)])
    assert pesan(hasil) == []
    assert [(u["sel"], u["baru"]) for u in hasil.ubahan] == [
        ("C2", "12"),
        ("C3", "10"),
        ("C4", "11"),
    ]


def test_desa_senama_tanpa_kecamatan_tidak_ditebak(rincian):
    hasil = check(rincian, [tabel([["Desa", "RT"], ["Purwosari", 12]])])
    ((sel, kalimat),) = pesan(hasil)
    assert sel == "A2"
    assert "Ada 2 desa/kelurahan bernama ini" in kalimat
    assert "16.07.12.2001 Tanjung Lago" in kalimat


def test_kecamatan_yang_lain_menahan(rincian):
    isi = [["Kecamatan", "Desa", "RT"], ["Makarti Jaya", "Banyu Urip", 12]]
    assert pesan(check(rincian, [tabel(isi)])) == [
        ("B2", "Banyu Urip di Tanjung Lago, bukan Makarti Jaya.")
    ]


def test_kode_dan_nama_harus_menunjuk_desa_yang_sama(rincian):
    kepala = ["Kode desa", "Nama desa", "RT"]
    beda = [kepala, ["1607122001", "Banyu Urip", 3]]
    sama = [kepala, [1607122002, "Banyu Urip", 3]]
    bps = [kepala, ["1607120001", "Banyu Urip", 3]]
    ((_, kalimat),) = pesan(check(rincian, [tabel(beda)]))
    assert kalimat.startswith("Kode ini milik Purwosari, namanya Banyu Urip.")
    assert pesan(check(rincian, [tabel(sama)])) == []
    ((_, kalimat),) = pesan(check(rincian, [tabel(bps)]))
    assert kalimat.startswith("Ini kode BPS")


def test_kolom_asing_dilewati_atas_permintaan(rekap, client_for):
    isi = [[*KEPALA, "Kontak"], [1, "Banyuasin III", 3, 2, "0812"]]
    for kiriman, status in ({}, "ditolak"), ({"abaikan": "on"}, "siap"):
        berkas = SimpleUploadedFile("rekap.xlsx", xlsx(isi))
        client_for("operator").post(URL, {"berkas": berkas, **kiriman})
        impor = Impor.objects.latest("pk")
        assert impor.status == status
        sebutan = impor.kesalahan or impor.catatan
        assert "“Kontak” tidak dikenal" in sebutan[0]["pesan"]


def test_berkas_yang_sama_semua_bukan_kesalahan(rekap, client_for):
    kecamatan = rekap.semua_induk().get()
    RekapLembaga.objects.create(kecamatan=kecamatan, tahun=2023, rt=3, rw=2)
    berkas = SimpleUploadedFile("rekap.xlsx", xlsx([KEPALA, [1, "Banyuasin III", 3, 2]]))
    halaman = client_for("operator").post(URL, {"berkas": berkas}, follow=True)
    assert Impor.objects.get().status == "sama"
    assert "Sama semua" in halaman.content.decode()


def test_kelompok_di_atas_judul_ikut_menamai(rekap):
    """Dua kolom berjudul sama dibedakan kelompok di atasnya."""
    grid = KegiatanPkkGrid(rekap.user, 2023)
    isi = [
        ["No", "Kecamatan", "BKB", None, "Koperasi berbadan hukum", None],
        [None, None, "Kelompok", "Peserta", "Kelompok", "Anggota"],
        [1, "Banyuasin III", 4, 3, 2, 1],
    ]
    kepala = cari_kepala(dikenal_kisi(grid), tabel(isi))
    assert kepala is not None
    assert (kepala.asing, kepala.kembar) == ({}, [])
    dikenal = [kepala.peta[kolom].nama for kolom in range(3, 7)]
    assert dikenal == ["bkb", "bkb_peserta", "koperasi", "koperasi_anggota"]


@pytest.mark.parametrize(
    ("teks", "jumlah"),
    [
        ("Jumlah", True),
        ("SUB TOTAL", True),
        ("Jumlah seluruhnya", True),
        ("Total Kota Pagar Alam", True),
        ("Jumlah Jaya", False),
        ("Totalan", False),
        ("A B C", False),
    ],
)
def test_kata_kaki_tabel(teks, jumlah):
    assert is_jumlah(teks) is jumlah


def test_awalan_dan_kode_rusak():
    assert tanpa_awalan("kec banyuasin i") == "banyuasin i"
    assert tanpa_awalan("kelapa dua") == "kelapa dua"
    assert tanpa_awalan("desa") == "desa"
    assert "1,60701E+09" in kode_rusak("1,60701E+09")
    assert kode_rusak("1607012001") == ""


def test_baris_bernama_jumlah_bukan_kaki():
    row = BarisKisi("1", "Jumlah", {})
    assert Padanan([row], {}).calon(Sel("teks", "JUMLAH"), is_kunci=False) == [row]
