"""Beberapa sasaran dengan IKU 1: semua IKU bernomor sasarannya, sama pada kunci dan cetakan."""

import re
from collections import Counter

import pytest
from django.urls import reverse

from kinerja.models import BagianLkjip, Indikator, Target
from kinerja.naskah.lkjip.reports.kelengkapan import naskah_kurang
from kinerja.naskah.lkjip.reports.rujukan import kelompok_rujukan
from kinerja.perencanaan.reports.pembukaan import langkah_tahun
from kinerja.tahun.rujukan import is_tentang
from kinerja.tahun.tahun_kinerja import TahunKinerja
from tests.factories import make_indikator, make_lkjip, make_realisasi, make_sasaran, make_target

pytestmark = pytest.mark.django_db
GAMBAR = re.compile(r"<svg.*?</svg>", re.S)
JUDUL = re.compile(r"<title>(.*?)</title>")
TULISAN = re.compile(r"<text[^>]*>(.*?)</text>")
IKU = re.compile(r"IK[UK] [\d.]*\d\b")


@pytest.fixture
def dua_iku_1(banyuasin):
    """Dua sasaran, masing-masing IKU 1, dan satu IKU 2 pada sasaran pertama."""
    semua = []
    for nomor, nilai in ((1, "80"), (2, "90")):
        sasaran = make_sasaran(banyuasin, nama=f"Sasaran {nomor}")
        iku = make_indikator(
            banyuasin, sasaran=sasaran, jenis="iku", nomor=1, nama=f"Hasil {nomor}"
        )
        make_target(iku, "100")
        make_realisasi(iku, nilai)
        semua.append(iku)
    lain = make_indikator(banyuasin, sasaran=semua[0].sasaran, jenis="iku", nomor=2, nama="Tunggal")
    make_target(lain, "100")
    make_realisasi(lain, "70")
    return semua


def test_rujukan_tunggal_tiap_indikator(banyuasin, dua_iku_1):
    rujukan = TahunKinerja(banyuasin, 2023).rujukan
    assert "iku.1.capaian" not in rujukan
    assert rujukan["iku.1.1.capaian"].teks == "80,00 %"
    assert rujukan["iku.2.1.capaian"].teks == "90,00 %"
    assert rujukan["iku.2.capaian"] == rujukan["iku.1.2.capaian"]
    pilihan = dict(dict(kelompok_rujukan(rujukan))["Indikator kinerja utama"])
    assert {"iku.1.1.capaian", "iku.2.1.capaian", "iku.2.capaian"} <= pilihan.keys()
    assert "iku.1.2.capaian" not in pilihan  # angka yang sama dengan iku.2.capaian


def test_teks_lama_yang_kini_berarti_dua_ditahan_dengan_pilihannya(banyuasin, dua_iku_1):
    lkjip = make_lkjip(banyuasin)
    BagianLkjip.objects.create(
        lkjip=lkjip, kode="uji", urutan=1, judul="Uji", isi="{iku.1.capaian} {iku.2.capaian} {x.y}"
    )
    assert naskah_kurang(lkjip, TahunKinerja(banyuasin, 2023)) == [
        "Rujukan {iku.1.capaian} pada bagian “Uji” dipakai beberapa sasaran; "
        "pilih {iku.1.1.capaian}, {iku.2.1.capaian}.",
        "Rujukan {x.y} pada bagian “Uji” tidak dikenal.",
    ]


def test_tabel_grafik_dan_dasbor_bernomor_sama(client_for, banyuasin, dua_iku_1):
    lkjip = make_lkjip(banyuasin)
    isi = lkjip.reading().isi
    urut = [baris.urut for sasaran in isi.setahun["iku"] for baris in sasaran.baris]
    assert urut == ["1.1", "1.2", "2.1"]
    client = client_for("operator")
    halaman = client.get(reverse("kinerja:lkjip_preview", args=[lkjip.pk])).content.decode()
    assert "IKU 1.1. Hasil 1" in halaman
    assert "IKU 2.1. Hasil 2" in halaman
    assert "IKU 1. Hasil" not in halaman
    assert f'href="{reverse("bantuan_naskah")}">Bantuan<' in halaman
    assert (
        ">2.1. Hasil 2<" in client.get(reverse("kinerja:dasbor") + "?tahun=2023").content.decode()
    )
    detail = client.get(dua_iku_1[1].get_absolute_url() + "?tahun=2023").content.decode()
    assert "IKU 2.1 ·" in " ".join(detail.split())


def test_rujukan_tentang_satu_indikator(banyuasin, dua_iku_1):
    pertama, tunggal, kedua = TahunKinerja(banyuasin, 2023).pengukuran.jenis("iku")
    assert (pertama.nomor_cetak, tunggal.nomor_cetak, kedua.nomor_cetak) == ("1.1", "1.2", "2.1")
    assert is_tentang("iku.1.1.capaian.2022", pertama)
    assert is_tentang("iku.2.capaian", tunggal)
    assert not is_tentang("iku.2.1.capaian", tunggal)


def test_membuka_tahun_bernomor_sama(banyuasin, dua_iku_1):
    Target.objects.all().delete()
    langkah = langkah_tahun(banyuasin, 2023)
    teks = [tautan.teks for satu in langkah for tautan in satu.rincian]
    assert {"IKU 1.1. Hasil 1", "IKU 1.2. Tunggal", "IKU 2.1. Hasil 2"} <= set(teks)


def keterangan(halaman):
    """Judul tiap gambar indikator, dan nomor tiap baris pada gambar yang memuat beberapa."""
    semua = GAMBAR.findall(halaman)
    judul = [satu for gambar in semua for satu in JUDUL.findall(gambar) if IKU.match(satu)]
    baris = [satu for gambar in semua for satu in TULISAN.findall(gambar) if IKU.match(satu)]
    return judul, [IKU.match(satu)[0] for satu in baris]


def test_tiap_gambar_menyebut_satu_indikator(client_for, banyuasin, dua_iku_1):
    """Nama yang sama pun tidak membuat dua gambar atau dua barisnya bertulisan sama."""
    Indikator.objects.update(nama="Persentase desa yang tertib administrasi pemerintahannya")
    client = client_for("operator")
    lkjip = reverse("kinerja:lkjip_preview", args=[make_lkjip(banyuasin).pk])
    bernomor = {"IKU 1.1", "IKU 1.2", "IKU 2.1"}
    for url, berbaris in ((lkjip, bernomor), (reverse("kinerja:dasbor") + "?tahun=2023", set())):
        judul, baris = keterangan(client.get(url).content.decode())
        assert {IKU.match(satu)[0] for satu in judul} == bernomor
        assert set(baris) == berbaris
        kembar = Counter(judul) + Counter(baris)
        assert max(kembar.values()) == 1, kembar
