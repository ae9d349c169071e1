"""Lembar kisi: tulisan orang bukan nomor basis data, dan judulnya dapat mengubah arti angka."""

import pytest

from core.audit import Refused
from core.grid import BarisKisi
from documents.impor.judul import BERPENGALI, check_pengali, check_tahun
from documents.impor.kisi import check, kisi
from documents.impor.padanan import Padanan
from documents.pembaca import Sel, Tabel, read
from tests import factories
from villages.grids import RekapLembagaGrid
from villages.models import RekapLembaga

TAHUN = 2023


def judul(*teks):
    return Tabel("Lembar", [[Sel("teks", satu)] for satu in teks])


@pytest.mark.parametrize("is_kunci", [True, False])
def test_kunci_dalam_tidak_dikenal(is_kunci):
    desa = BarisKisi("5", "Merah Mata", {}, kode="16.07.01.2003")
    modal = BarisKisi("5-3", "5.03", {}, kode="16.07.01.2003 5.03", alias=("Hasil usaha",))
    padanan = Padanan([desa, modal], {"16.99.01.2003": desa.kode})
    for tulisan in ("5", "5.3", "5-3", "-", ""):
        assert not padanan.calon(Sel("teks", tulisan), is_kunci=is_kunci)
    for tulisan in ("16.07.01.2003", "1607012003", "16.99.01.2003", "Desa Merah Mata"):
        assert padanan.calon(Sel("teks", tulisan), is_kunci=is_kunci) == [desa]


def test_kolom_nama_membaca_nama_dahulu():
    """Kode satu baris boleh sama dengan nama baris lain."""
    satu = BarisKisi("1", "Dua", {}, kode="SATU")
    lain = BarisKisi("2", "Satu", {}, kode="DUA")
    padanan = Padanan([satu, lain], {})
    assert padanan.calon(Sel("teks", "satu"), is_kunci=True) == [satu]
    assert padanan.calon(Sel("teks", "satu"), is_kunci=False) == [lain]


BERTAHUN_2022 = (
    "APBDes TA 2022",
    "Rekap 2022 kabupaten",
    "Anggaran '22",
    "Anggaran ’22",
    "APBDes T.A. 22",
    "FY22 budget",
    "Fiscal Year 2022",
    "Pencairan Tahap II th 22",
    "Sumber dana TA 2022",
    "SUMBER PENDAPATAN DESA TAHUN 2022",
)
TAHUN_BENAR = (
    "Anggaran '23",
    "Jum'at 22",
    "Rp '000",
    "Peta 12 desa",
    "Rekap 2021 dan 2023",
    "Peraturan Desa Nomor 4 Tahun 2022",
    "Lampiran Perbup No. 12 Thn 2021",
    "Menurut Perda No 5 Thn '19",
    "Lampiran II PP 11 th 21",
    "Perbup 12/2021",
    "Sumber: DJPK 2022",
    "Renstra 2021–2026",
    "Dicetak 5 Januari 2024",
    "Unduhan 30 Nov 2026",
    "Usia th 45",
    "Umur th 22",
    "Umur thn 12",
    "HUT RI '45",
    "16.07.01.2003",
    "Rp 2.024",
)


@pytest.mark.parametrize(
    ("tulisan", "lain"),
    [
        *((satu, "2022") for satu in BERTAHUN_2022),
        *((satu, "") for satu in TAHUN_BENAR),
    ],
)
def test_judul_bertahun_lain(tulisan, lain):
    masalah = list(check_tahun(judul("Data", tulisan), 2, TAHUN))
    sebutan = f"Lembar ini menyebut tahun {lain}, tahun data yang dipilih 2023."
    assert [(satu.sel, satu.pesan) for satu in masalah] == ([("A2", sebutan)] if lain else [])
    assert not list(check_tahun(judul(tulisan, "Tahun 2023"), 2, TAHUN))


@pytest.mark.parametrize(
    ("baris", "letak"),
    [
        (["Catatan: data tahun 2021"], ["A3"]),
        (["Keterangan", "Tahun Anggaran 2022"], ["B3"]),
        (["TA 2021"], ["A3"]),
        (["Data year 2021"], ["A3"]),
        (["Keterangan: TA '21"], ["A3"]),
        (["Catatan: tahun 2021 dan tahun 2023"], []),
        (["Sumber: LKjIP tahun 2021"], []),
        (["Umur th 22"], []),
        (["Sekayu, 31 Desember 2024"], []),
        (["Merah Mata", "tahun 2021"], []),
        (["Rekap 2021"], []),
    ],
)
def test_keterangan_di_bawah_bertahun_lain(baris, letak):
    isi = [[Sel("teks", satu) for satu in baris_lain] for baris_lain in (["Data"], ["Desa"], baris)]
    assert [satu.sel for satu in check_tahun(Tabel("Lembar", isi), 2, TAHUN)] == letak


def test_nama_lembar_dan_kepala_menyebut_tahun():
    isi = [[Sel("teks", "Desa"), Sel("teks", "TAHUN 2021"), Sel("teks", "Target 2021")]]
    assert [satu.sel for satu in check_tahun(Tabel("APBDes_2022", isi), 1, TAHUN, ("C1",))] == [
        "", "B1",
    ]  # fmt: skip
    assert not list(check_tahun(Tabel("APBDes 2023", isi), 1, TAHUN, ("C1",)))


NAMA_BERPENGALI = (
    "APBDes_ribuan",
    "APBDes (miliar)",
    "APBDes (mio)",
    "APBDes juta",
    "APBDes-jt",
    "APBDes M",
    "Rekap juta",
    "Rp juta",
    "Rp1000",
)
NAMA_BENAR = (
    "Desa Seribu",
    "Desa Ribu",
    "Sungai Juta",
    "Jutawan",
    "Pagu 5 juta",
    "Miliaria",
    "Juta Mulya",
)


def test_pengali_di_bawah_dan_pada_nama_lembar():
    kosong = [[Sel("teks", "Desa")], [Sel("teks", "Merah Mata"), Sel("teks", "5 juta rupiah")]]
    bawah = [*kosong, [Sel("teks", "*) dalam ribuan rupiah")]]
    assert [satu.sel for satu in check_pengali(Tabel("Lembar", bawah), 1)] == ["A3"]
    for nama in NAMA_BERPENGALI:
        assert [satu.sel for satu in check_pengali(Tabel(nama, kosong), 1)] == [""], nama
    for nama in NAMA_BENAR:
        assert not list(check_pengali(Tabel(nama, kosong), 1)), nama
    catatan = [*kosong, [Sel("teks", "Catatan"), Sel("teks", "x 1.000")]]
    assert [satu.sel for satu in check_pengali(Tabel("Lembar", catatan), 1)] == ["B3"]
    assert not list(check_pengali(Tabel("Lembar", kosong), 1))


BERPENGALI_JUDUL = (
    "Dalam ribuan rupiah",
    "(dalam juta)",
    "Anggaran (Rp ribu)",
    "jutaan rupiah",
    "x 1.000",
    "× Rp1.000.000",
    "(Rp 000)",
    "dalam 1 juta rupiah",
    "dalam seribu rupiah",
    "per seribu rupiah",
    "dalam Rp 1.000,-",
    "(dalam Rp. 1000)",
    "angka dalam Rp.1.000.000",
    "(Rp 1.000,-)",
    "(dalam 000 rupiah)",
    "Pagu (.000)",
    "APBDes (miliar)",
    "APBDes (mio)",
    "APBDes_juta",
    "Anggaran [jt]",
    "Anggaran – juta",
    "Nilai dalam JutaRupiah",
    "ribu-an rupiah",
    "ratusan ribu",
    "dalam ratus juta",
    "puluhan juta",
    "in thousand rupiah",
    "IDR millions",
    "IDR mn",
    "(in billions)",
    "Rp jt",
    "Rp mio",
    "(Rp M)",
    "Satuan: Rp K",
    "Rp 10^6",
    "(Rp ’000)",
)
BUKAN_PENGALI = (
    "Desa Seribu",
    "Jutawan",
    "Bantuan lima juta",
    "Bantuan lima ratus juta",
    "Rp 5 juta",
    "Lembaga Juta Karya",
    "Seribu Satu Desa (ribut)",
    "Bantuan 5 juta rupiah tiap desa",
    "Program Satu Miliar Satu Desa",
    "Harga (Rp/m)",
    "Realisasi K",
    "Kelas M",
    "Kelahiran per seribu penduduk",
    "Anggaran (Rp)",
    "dalam rupiah",
    "Rp 1.000",
    "Program Desa Seribu Embung",
)


@pytest.mark.parametrize(
    ("tulisan", "ditolak"),
    [
        *((satu, True) for satu in BERPENGALI_JUDUL),
        *((satu, False) for satu in BUKAN_PENGALI),
    ],
)
def test_pengali_satuan(tulisan, ditolak):
    masalah = list(check_pengali(judul(tulisan), 1))
    assert [satu.pesan for satu in masalah] == [BERPENGALI] * ditolak


@pytest.mark.django_db
def test_lembar_kisi_bertahun_lain_dan_berpengali_ditahan(banyuasin, users):
    kecamatan = factories.make_kecamatan(banyuasin)
    grid = RekapLembagaGrid(users["operator"], TAHUN)
    teks = f"REKAP TAHUN 2021;\ndalam ribuan;\nKecamatan;Posyandu\n{kecamatan.nama};9\n"
    hasil = check(grid, read("rekap.csv", teks.encode()))
    assert [satu.sel for satu in hasil.kesalahan] == ["A1", "A2"]
    nomor = f"Kode;Kecamatan;Posyandu\n{kecamatan.pk};;9\n;{kecamatan.pk};9\n"
    hasil = check(grid, read("rekap.csv", nomor.encode()))
    assert hasil.ubahan == []
    assert [satu.sel for satu in hasil.kesalahan] == ["A2", "B3"]


@pytest.mark.django_db
def test_yang_terkunci_tidak_menyuruh_mengunggah_ulang(banyuasin, users, monkeypatch):
    kecamatan = factories.make_kecamatan(banyuasin)
    penerima = kisi(RekapLembagaGrid, "uji")(users["operator"], TAHUN)
    teks = f"Kecamatan;RT\n{kecamatan.nama};9\n"
    ubahan = penerima.check(read("rekap.csv", teks.encode())).ubahan
    row = RekapLembaga.objects.create(kecamatan=kecamatan, tahun=TAHUN, rt=4)
    with pytest.raises(Refused, match=r"Sudah diubah menjadi 4\. Unggah ulang berkasnya\.$"):
        penerima.apply(ubahan, by=users["operator"], note="")
    row.delete()
    monkeypatch.setattr(RekapLembaga, "lock_for", staticmethod(lambda *masa: "Tahunnya dikunci."))
    with pytest.raises(Refused, match=r"^Tahunnya dikunci\.$"):
        penerima.apply(ubahan, by=users["operator"], note="")
