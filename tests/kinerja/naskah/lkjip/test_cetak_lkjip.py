"""Cetakan LKjIP: tanda belum sah, daftar yang benar, tabel terbitan, dan data yang kurang."""

import re
from dataclasses import fields, replace
from io import BytesIO

import pypdf
import pytest

from accounts.models import Kabupaten
from documents import render, signing
from documents.printing import print_html
from idm.laporan.gambaran.lembar.tabel import SEL_POJOK
from kinerja.models import AngkaTercetak, BuktiPengukuran, Lkjip, PengukuranSub
from kinerja.naskah.lkjip.actions import create_lkjip
from kinerja.naskah.lkjip.isi.lkjip import Perbedaan
from tests.terbaca import (
    isi_tak_terbaca,
    prosa_tak_terbaca,
    tempat_halaman,
    tulisan_halaman,
)

pytestmark = [
    pytest.mark.sekali("rupa cetakan; angkanya diuji di test_golden_lkjip pada keduanya"),
    pytest.mark.django_db,
]
CAP = {
    "kode": "ABCD-EFGH-2345-WXYZ",
    "url": "http://x/v/",
    "qr": "data:image/svg+xml,x",
    "keadaan": "Ditandatangani secara elektronik · jejak audit #7 0a1b-2c3d-4e5f-6a7b",
}
PERBEDAAN = [satu.name for satu in fields(Perbedaan)]  # bahan uji kewajaran, tidak dilampirkan


@pytest.fixture(scope="module")
def lkjip(nyata, django_db_blocker):
    with django_db_blocker.unblock():
        return Lkjip.objects.get(kabupaten__kode="16.07", tahun=2023)


@pytest.fixture(scope="module")
def isi(lkjip, django_db_blocker):
    """Isi LKjIP; dibaca sekali, karena tidak satu uji pun di sini mengubah datanya."""
    with django_db_blocker.unblock():
        return lkjip.reading().isi


@pytest.fixture(scope="module")
def naskah(lkjip, django_db_blocker):
    with django_db_blocker.unblock():
        return print_html(lkjip)


def cetak(p, cap=None, status="Draf"):
    isi = {"p": p, "cap": cap, "status": status, "is_signed": status == "Ditandatangani"}
    return render.html("kinerja/naskah/lkjip/cetak.html", isi)


@pytest.fixture(scope="module")
def hasil(naskah):
    """PDF-nya, dicetak sekali."""
    return render.pdf(naskah)


@pytest.mark.parametrize(
    ("cap", "status", "tanda"),
    [
        (None, "Draf", "DRAF – belum ditandatangani"),
        (None, "Diajukan", "DIAJUKAN – belum ditandatangani"),
        (None, "Disetujui", "DISETUJUI – belum ditandatangani"),
        (None, "Telah direviu", "TELAH DIREVIU – belum ditandatangani"),
        (None, "Ditandatangani", "PRATINJAU – yang sah hanya PDF yang ditandatangani"),
        (CAP, "Disetujui", CAP["keadaan"]),
    ],
)
def test_tanda_pada_kaki_halaman(isi, cap, status, tanda):
    naskah = cetak(isi, cap, status)
    assert tanda in naskah
    assert ("jejak audit #7" in naskah) == bool(cap)
    assert ("Kode verifikasi ABCD-EFGH-2345-WXYZ" in naskah) == bool(cap)


def test_tanpa_gaya_dan_skrip_sebaris(naskah):
    assert not re.search(r"\sstyle=|<style|<script|\son\w+=", naskah)
    assert naskah.count("<svg") == naskah.count("</svg>") == 14


def test_naskah_orang_diloloskan(isi):
    saran = replace(isi.naskah["saran"], html="<p>a<script>alert(1)</script></p>")
    p = replace(isi, naskah=isi.naskah | {"saran": saran}, bidang=("<script>bidang",))
    assert "<script>" not in cetak(p)


def bernomor(isi):
    """Yang berbaris pada daftar isi, tabel dan gambar, menurut urutannya."""
    return [*isi.bab.values(), *isi.tabel.values(), *isi.gambar.values()]


def nomor_tercetak(daftar, satu):
    """Nomor halaman di akhir baris daftarnya; judul panjang terbagi beberapa baris."""
    nama = r"\s+".join(re.escape(kata) for kata in f"{satu.label} {satu.judul}".split())
    (nomor,) = re.findall(rf"^{nama}\s+(\w+)$", daftar, re.MULTILINE)
    return nomor


def test_daftar_menunjuk_bagian_yang_ada(naskah, isi):
    tujuan = re.findall(r'href="#([\w-]+)"', naskah)
    assert tujuan == [satu.kode for satu in bernomor(isi)]
    assert len(tujuan) == len(set(tujuan)) > 60
    assert set(tujuan) <= set(re.findall(r'id="([\w-]+)"', naskah))
    assert all(satu.judul for satu in bernomor(isi))


def test_tiap_tabel_dan_gambar_bernomor(naskah):
    """Hanya kop, identitas, sel pokok dan fakta yang bukan tabel data."""
    bernama = len(re.findall(r'<table class="tabel[^>]*aria-labelledby="tabel-', naskah))
    semua = len(re.findall(r'<table class="tabel', naskah))
    fakta = naskah.count('<table class="tabel fakta" role="presentation">')
    assert bernama == semua - fakta > 15
    assert naskah.count("<figure") == naskah.count("<figcaption>Gambar ") + 1  # sampul


def test_nomor_halaman_daftar_benar_dan_tabel_terbaca(naskah, isi, hasil):
    assert prosa_tak_terbaca(naskah, hasil) == []
    kosong = [f".{kode}.judul" for kode, satu in isi.naskah.items() if not satu.html]
    tanpa = (
        ".ikk.baris.capaian",
        ".jenis",
        ".lalu",
        *kosong,
        *(f".perbedaan.{n}" for n in PERBEDAAN),
    )
    assert isi_tak_terbaca(isi, hasil, *tanpa) == []
    pdf = pypdf.PdfReader(BytesIO(hasil))
    halaman = tulisan_halaman(hasil)
    akhir = tempat_halaman(pdf)["ikhtisar"]
    daftar = "\n".join(halaman[2:akhir])
    tempat = tempat_halaman(pdf)
    tercetak = [nomor_tercetak(daftar, satu) for satu in bernomor(isi)]
    kaki = [teks.split()[-1] for teks in halaman]
    depan = ["i", "ii", "iii", "iv", "v"][: kaki.index("1") - 1]
    assert kaki[1 : len(depan) + 3] == [*depan, "1", "2"]
    tujuan = re.findall(r'href="#([\w-]+)"', naskah)
    assert tercetak == [kaki[tempat[nama]] for nama in tujuan]
    teks = " ".join(" ".join(halaman).split())
    for baris in (
        "103 131 159 187 215 243 103 183 204 205 209 200 100,00 139,69 128,30 109,63 97,21 82,30",
        "MANDIRI 3 2 6 3",
        "BERKEMBANG 209 4 200 -9",
        "3.053.834.055 3.019.977.865 98,89",
        "10.716.928.854 10.361.934.024 96,69",
    ):
        assert baris in teks


def test_analisis_tidak_mengulang_kalimat(isi):
    kalimat = [
        teks
        for satu in isi.analisis
        for teks in re.split(r"(?<=[.]) ", re.sub("<[^>]+>", " ", satu.html))
        if len(teks.split()) > 4
    ]
    assert len(kalimat) == len(set(kalimat)) > 15
    fakta = [(f.sebutan, f.isi) for satu in isi.analisis for f in satu.fakta]
    assert fakta.count(("Program pendukung", "sama dengan IKU 1")) == 7


def test_rumus_sebagai_pecahan(naskah):
    assert '<span class="atas">Jumlah LPM berprestasi</span><span>Jumlah LPM</span>' in naskah
    # lima IKK dan satu rumus capaian, sebab semua indikatornya makin tinggi makin baik
    assert naskah.count('<span class="kali">× 100 %</span>') == 5 + 1


def test_yang_tidak_diketahui_tidak_tercetak(nyata, db):
    merangin = Kabupaten.objects.get(kode="15.02")
    BuktiPengukuran.objects.all().delete()
    PengukuranSub.objects.all().delete()
    AngkaTercetak.objects.all().delete()
    lkjip = create_lkjip(kabupaten=merangin, tahun=2024, by="uji")
    naskah = print_html(lkjip)
    for kalimat in ("isi tanggal dokumen dan data kepala perangkat daerah", "Nomor (belum diisi)"):
        assert kalimat in naskah
    for tanpa in ("pegawai_status", "efisiensi", "status", "kecamatan", "rekomendasi"):
        assert f'id="tabel-{tanpa}"' not in naskah
    assert naskah.count("belum diisi") == naskah.count("(tanggal belum diisi)") + 2  # nomornya
    tujuan = set(re.findall(r'href="#([\w-]+)"', naskah))
    assert tujuan <= set(re.findall(r'id="([\w-]+)"', naskah))


def test_salah_cetak_sumber_tidak_dilampirkan(isi):
    satu = Perbedaan(
        dokumen="Laporan lama",
        tempat="Tabel lama",
        tercetak="5",
        dihitung="6",
        simpulan="berbeda",
    )
    assert "Tabel lama" not in cetak(replace(isi, perbedaan=(satu,)))


def test_matriks_perpindahan_bila_status_tiap_desa_diketahui(kabupaten):
    naskah = print_html(create_lkjip(kabupaten=kabupaten, tahun=2024, by="uji"))
    assert 'id="tabel-matriks"' in naskah
    assert SEL_POJOK in naskah  # uraiannya sama dengan dasbor
    assert 'id="tabel-pindah"' in naskah
    assert 'id="tabel-pembanding"' in naskah
    assert 'id="tabel-setahun"' not in naskah


def test_kode_qr_dan_alamat_pada_tanda_tangan(isi):
    url = "http://127.0.0.1:8000/verifikasi/ABCD-EFGH-2345-WXYZ/"
    naskah = cetak(isi, CAP | {"url": url, "qr": signing.qr_svg(url)})
    assert naskah.count('<img src="data:image/svg+xml') == 2
    assert naskah.count(url) == 2
