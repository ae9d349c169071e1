"""Susunan cetak naskah bertabel: kop, judul, kertas, kaki halaman, tanda tangan."""

from base64 import b64encode
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from core.tabel import Kepala, Kolom, Tabel
from documents.cetakan import (
    TANPA_PENANDA_TANGAN,
    Bagian,
    Cap,
    Cetakan,
    Gambar,
    Paragraf,
    berkas,
    uraian,
)
from documents.kepala import KepalaNaskah, Kop, Orang
from documents.lembar.naskah import judul
from documents.render import html
from documents.uraian import uraian_tabel

DINAS = Kop(
    kabupaten="Contoh", provinsi="Provinsi Contoh", nama="Dinas Contoh", singkatan="DPMD",
    alamat="Jalan 1", kode_pos="30753", telepon_kantor="", email="a@contoh.id", situs="",
    tempat="Kota Contoh", dasar_hukum="",
)  # fmt: skip
ORANG = Orang(
    nama="Pejabat Contoh 1", jabatan="Kepala Dinas", pangkat="Pembina", golongan="IV/a", nip="1"
)
KEPALA = KepalaNaskah(
    judul="Naskah",
    tahun=2024,
    nomor="N/1",
    tanggal=date(2024, 12, 29),
    dinas=DINAS,
    penanda_tangan=ORANG,
)
TABEL = Tabel("Uji", [Kolom()], [[Kepala("A")]], [["isi"]])
CAP = Cap("Disahkan dalam sistem", True, "ABCD", "https://contoh.id/verifikasi/ABCD/", "<svg/>")
LOGO = b"\x89PNG uji"


def susun(kepala=KEPALA, tabel=TABEL, cap=CAP, **lain):
    return Cetakan(kepala, (Bagian(judul=tuple(judul(kepala)), tabel=(tabel,), **lain),), cap)


def bagian(isi):
    """Bagian pertama uraian cetakan."""
    return isi["halaman"][0]["bagian"][0]


def test_judul_kaki_dan_tanda_tangan():
    isi = uraian(susun())
    assert bagian(isi)["judul"] == ["NASKAH", "Dinas Contoh", "Kabupaten Contoh Tahun 2024"]
    assert isi["kaki_halaman"] == "Nomor N/1 · Kode verifikasi ABCD"
    assert isi["keadaan"] == {"teks": "Disahkan dalam sistem", "warna": "sah"}
    assert isi["tanggal"] == {"year": 2024, "month": 12, "day": 29}
    pihak = isi["tanda_tangan"]
    assert (pihak["tempat"], pihak["jabatan"]) == ("Kota Contoh, 29 Desember 2024", "Kepala Dinas,")
    assert pihak["rincian"] == ["Pembina / IV/a", "NIP. 1"]
    assert pihak["cap"]["baris"] == [
        "Kode verifikasi", "ABCD", "Keaslian diperiksa di", "https://contoh.id/verifikasi/ABCD/",
    ]  # fmt: skip
    assert bagian(isi)["is_berkop"] is False


def test_tanda_tangan_elektronik_disebut():
    assert uraian(susun(cap=replace(CAP, is_pades=True)))["tanda_tangan"]["cap"]["baris"][0] == (
        "Ditandatangani secara elektronik."
    )


def test_draf_tanpa_nomor_tanggal_dan_penanda_tangan():
    """Yang belum diketahui dikatakan demikian, tidak dikosongkan."""
    kosong = replace(KEPALA, nomor="", tanggal=None, penanda_tangan=None)
    isi = uraian(susun(kosong, cap=Cap("DRAF – belum ditandatangani")))
    assert isi["kaki_halaman"] == "Nomor (belum diisi) · Kode verifikasi belum ada"
    assert isi["keadaan"]["warna"] == "belum"
    assert isi["tanggal"] == {"year": 2024, "month": 1, "day": 1}
    assert isi["tanda_tangan"] == {
        "tempat": "Kota Contoh, (tanggal belum diisi)",
        "jabatan": "Kepala Dinas Contoh Kabupaten Contoh,",
        "ruang": "(belum ditandatangani)",
        "cap": None,
        "nama": TANPA_PENANDA_TANGAN,
        "is_bernama": False,
        "rincian": [],
    }


def test_penanda_tangan_tanpa_pangkat_dan_nip():
    orang = replace(ORANG, pangkat="", golongan="", nip="")
    assert uraian(susun(replace(KEPALA, penanda_tangan=orang)))["tanda_tangan"]["rincian"] == []


def test_kop_hanya_menyebut_yang_diketahui():
    isi = uraian(susun(is_berkop=True))["kop"]
    assert isi == {
        "pemda": "Pemerintah Kabupaten Contoh",
        "nama": "Dinas Contoh",
        "alamat": ["Jalan 1 · Kode Pos 30753", "Surel a@contoh.id"],
        "logo": "",
    }
    sepi = replace(
        DINAS, alamat="Jalan 1", kode_pos="", email="", telepon_kantor="0711 1", situs="contoh.id"
    )
    kop = uraian(susun(replace(KEPALA, dinas=sepi), is_berkop=True))["kop"]
    assert kop["alamat"] == ["Jalan 1", "Telp/Fax 0711 1 · Situs contoh.id"]


@pytest.mark.parametrize(("jenis", "nama"), [("png", "logo.png"), ("jpeg", "logo.jpg")])
def test_logo_menjadi_berkas(jenis, nama):
    logo = f"data:image/{jenis};base64,{b64encode(LOGO).decode()}"
    cetakan = susun(replace(KEPALA, dinas=replace(DINAS, logo=logo)), is_berkop=True)
    assert berkas(cetakan) == {"qr.svg": b"<svg/>", nama: LOGO}
    assert uraian(cetakan)["kop"]["logo"] == nama
    assert berkas(susun(cap=Cap("DRAF"))) == {}


@pytest.mark.parametrize(
    ("kertas", "is_lanskap", "ukuran"),
    [("A4", False, (210, 297)), ("F4", True, (330, 215)), ("A3", True, (420, 297))],
)
def test_kertas(kertas, is_lanskap, ukuran):
    isi = uraian(susun(tabel=replace(TABEL, kertas=kertas, is_lanskap=is_lanskap)))["halaman"][0][
        "kertas"
    ]
    assert (isi["lebar"], isi["tinggi"]) == ukuran


def test_tabel_kosong_mengatakannya():
    kosong = replace(TABEL, baris=[], kosong="Belum ada indikator.")
    assert bagian(uraian(susun(tabel=kosong)))["tabel"][0]["kosong"] == "Belum ada indikator."
    assert bagian(uraian(susun()))["tabel"][0]["kosong"] == ""
    (pasangan,) = susun(tabel=kosong).bagian[0].baris
    assert pasangan == (kosong, [])


def test_bagian_tanpa_tabel_di_kertas_tegak():
    satu = Bagian(pembuka=(Paragraf("Dengan ini"), Paragraf("114 Desa", "besar")))
    utuh = uraian(Cetakan(KEPALA, (satu,), CAP))
    (halaman,), isi = utuh["halaman"], bagian(utuh)
    assert (halaman["kertas"]["lebar"], halaman["kertas"]["tinggi"]) == (210, 297)
    assert isi["pembuka"] == [
        {"teks": "Dengan ini", "gaya": "prosa", "url": ""},
        {"teks": "114 Desa", "gaya": "besar", "url": ""},
    ]
    assert (isi["judul"], isi["tabel"], isi["is_bertanda_tangan"]) == ([], [], True)


def test_cetakan_tanpa_cap_bukan_naskah_bertanda_tangan():
    isi = uraian(susun(cap=None, is_bertanda_tangan=False))
    assert isi["kaki_halaman"] == (
        "Disusun dari data tahun 2024 yang tercatat; bukan naskah bertanda tangan."
    )
    assert isi["keadaan"] is None
    assert isi["tanda_tangan"] is None
    assert berkas(susun(cap=None)) == {}


def test_bagian_bersambung_memakai_halaman_dan_kertas_di_atasnya():
    awal = Bagian(judul=("Awal",), kertas="A3", is_bertanda_tangan=False)
    gambar = Gambar("Batang uji", "<svg/>")
    lanjut = Bagian(
        anak_judul="Lanjut", gambar=(gambar,), tabel=(TABEL,), is_sambung=True, is_berdampingan=True
    )
    semua = (awal, lanjut, replace(lanjut, is_sambung=False))
    pertama, kedua = uraian(Cetakan(KEPALA, semua, CAP))["halaman"]
    assert [len(satu["bagian"]) for satu in (pertama, kedua)] == [2, 1]
    assert (pertama["kertas"]["lebar"], kedua["kertas"]["lebar"]) == (297, 210)
    isi = pertama["bagian"][1]
    assert (isi["anak_judul"], isi["is_berdampingan"]) == ("Lanjut", True)
    assert isi["gambar"] == [{"nama": "Batang uji", "svg": "<svg/>"}]


def test_yang_bersambung_di_awal_membuka_halamannya():
    (halaman,) = uraian(Cetakan(KEPALA, (Bagian(is_sambung=True),), CAP))["halaman"]
    assert len(halaman["bagian"]) == 1


def test_tabel_berdampingan_diperkirakan_separuh_lebar():
    """Perkiraan tingginya memakai lebar sebenarnya: lebih tinggi di separuh halaman."""
    panjang = replace(TABEL, baris=[["kata " * 300]])
    for is_berdampingan, utuh in ((False, True), (True, False)):
        satu = Bagian(tabel=(panjang,), is_berdampingan=is_berdampingan, is_bertanda_tangan=False)
        isi = uraian(Cetakan(KEPALA, (satu,), None))
        assert bagian(isi)["tabel"][0]["baris"][0]["sel"][0]["utuh"] is utuh


def test_pratinjau_memuat_anak_judul_dan_gambar():
    satu = Bagian(anak_judul="Sebaran", gambar=(Gambar("Uji", '<svg id="uji"/>'),), tabel=(TABEL,))
    cetakan = Cetakan(KEPALA, (satu,), CAP)
    halaman = html("documents/print/tabel.html", {"cetakan": cetakan, "p": KEPALA, "cap": CAP})
    urut = [
        halaman.index(bagian)
        for bagian in ("<h2>Sebaran</h2>", '<figure><svg id="uji"/>', "<table")
    ]
    assert urut == sorted(urut)


def test_tanda_tangan_hanya_menempel_pada_tabel_terakhir():
    """Dua tabel satu bagian: keduanya diuraikan menurut urutannya."""
    dua = (replace(TABEL, nama="Satu"), replace(TABEL, nama="Dua"))
    isi = uraian(Cetakan(KEPALA, (Bagian(tabel=dua),), None))
    assert len(bagian(isi)["tabel"]) == 2


def test_ekor_setinggi_halaman_mengalir_sesudah_tabelnya():
    cukup, lewat = (uraian_tabel(TABEL, 170, 297, Decimal(tinggi)) for tinggi in (40, 1000))
    assert cukup["ikat"] is not None
    assert lewat["ikat"] is None
