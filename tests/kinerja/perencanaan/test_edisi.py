"""Edisi nomenklatur dari lembar: pratinjau, yang terkena, penerapan, dan yang ditolak."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from core.audit import Refused
from core.models import AuditEvent
from documents.models import Impor
from kinerja.models import EdisiNomenklatur, Nomenklatur
from kinerja.perencanaan.actions import copy_tahun, load_edition
from tests.factories import make_sub
from tests.kinerja.perencanaan.test_nomenklatur import terbitkan

pytestmark = pytest.mark.django_db
LEMBAR = """Lampiran Keputusan
Kode;Nomenklatur Urusan;Indikator;Satuan;Kode Lama
2;Urusan wajib;;;
2.13.04;Program Administrasi Desa;;;
2.13.04.2.02;Pembinaan Desa;;;2.13.04.2.01
2.13.04.2.02.0001;Evaluasi Desa;Laporan;Dokumen;
2.13.05;Program Lembaga;;;
2.13.07;Program Baru;;;
"""


@pytest.fixture
def lama(banyuasin):
    """Empat kode 2.13 yang dipakai atau hilang, dan satu urusan lain."""
    edisi = EdisiNomenklatur.objects.create(nomor="Lama", tahun_awal=2021)
    for kode, nama, tingkat in (
        ("2.13.04", "Program Pemerintahan Desa", "program"),
        ("2.13.04.2.01", "Pembinaan", "kegiatan"),
        ("2.13.04.2.01.0001", "Evaluasi Desa", "sub"),
        ("2.13.04.2.01.0002", "Sub Yang Hilang", "sub"),
        ("2.13.05", "PROGRAM LEMBAGA", "program"),
        ("1.02.02", "Program Kesehatan", "program"),
    ):
        terbitkan(kode, nama, tingkat, edisi=edisi)
    sub = make_sub(banyuasin, 2023, kode="2.13.04.2.01.0001")
    make_sub(banyuasin, kegiatan=sub.kegiatan, nomor=2, kode="2.13.04.2.01.0002")
    return edisi


def upload(client, isi=LEMBAR, **setelan):
    berkas = SimpleUploadedFile("edisi.csv", isi.encode())
    url = reverse("kinerja:nomenklatur_impor")
    halaman = client.post(url, {"berkas": berkas, "tahun_data": "2025"} | setelan)
    assert halaman.status_code == 302, halaman.context["form"].errors
    return Impor.objects.latest("pk")


def apply(client, impor, nomor="Kepmendagri 900.1.15.5-3406/2024", **lain):
    isi = {"nomor": nomor, "tanggal": "2024-08-27"} | lain
    return client.post(impor.get_absolute_url(), isi, follow=True).content.decode()


def test_pratinjau_menyebut_yang_berubah_dan_terkena(client_for, lama):
    impor = upload(client_for("admin"))
    assert {satu["kunci"]: satu["judul"] for satu in impor.ubahan} == {
        "2.13.04": "Ganti nama",
        "2.13.04.2.02": "Pindah kode",
        "2.13.04.2.02.0001": "Pindah kode",
        "2.13.07": "Kode baru",
        "2.13.04.2.01.0002": "Tidak ada lagi",
    }
    assert impor.banyak_sama == 1
    assert [satu["pesan"] for satu in impor.catatan] == [
        "Dipakai program 2023: berganti nama menjadi Program Administrasi Desa.",
        "Dipakai kegiatan 2023: pindah ke 2.13.04.2.02 Pembinaan Desa.",
        "Dipakai sub kegiatan 2023: pindah ke 2.13.04.2.02.0001 Evaluasi Desa.",
        "Dipakai sub kegiatan 2023: tidak ada lagi dan penerusnya tidak diketahui.",
    ]


def test_diterapkan_dengan_penerusnya(client_for, banyuasin, lama):
    client = client_for("admin")
    assert "Diterapkan: 5 kode" in apply(client, upload(client), ganti="on")
    edisi = EdisiNomenklatur.objects.get(tahun_awal=2025)
    assert (edisi.pendahulu, edisi.tanggal) == (
        lama,
        datetime.date(2024, 8, 27),
    )
    assert edisi.nomenklatur_set.count() == 4
    berakhir = Nomenklatur.objects.filter(tahun_akhir=2024).select_related("padanan")
    assert {row.kode: row.padanan and row.padanan.kode for row in berakhir} == {
        "2.13.04": "2.13.04",
        "2.13.04.2.01": "2.13.04.2.02",
        "2.13.04.2.01.0001": "2.13.04.2.02.0001",
        "2.13.04.2.01.0002": None,
    }
    assert Nomenklatur.objects.get(kode="1.02.02").tahun_akhir is None
    hasil = copy_tahun(kabupaten=banyuasin, dari=2023, ke=2025, by="uji")
    assert ("2.13.04.2.01.0001", "2.13.04.2.02.0001") in hasil.berganti
    assert hasil.tanpa_penerus == ["2.13.04.2.01.0002"]
    assert AuditEvent.objects.filter(kabupaten="", model="kinerja.EdisiNomenklatur").count() == 3
    lagi = upload(client)
    assert (lagi.status, lagi.banyak_sama) == ("sama", 5)


def test_kode_yang_dipakai_kantor_lain_tidak_diakhiri(client_for, merangin, lama):
    """Nomenklatur milik bersama: satu kantor tidak mengosongkan pilihan kantor lain."""
    make_sub(merangin, 2023, kode="2.13.04.2.01.0002")
    client = client_for("admin")
    impor = upload(client)
    assert "1 kode yang berakhir tanpa penerus dipakai kantor lain" in apply(
        client, impor, ganti="on"
    )
    assert not EdisiNomenklatur.objects.filter(tahun_awal=2025).exists()
    assert not Nomenklatur.objects.filter(tahun_akhir=2024).exists()


def test_lembar_sebagian_tidak_mengakhiri_yang_lain(client_for, lama):
    client = client_for("admin")
    assert "Diterapkan: 4 kode" in apply(client, upload(client))
    tetap = Nomenklatur.objects.get(kode="2.13.04.2.01.0002")
    assert tetap.tahun_akhir is None


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ("Nomor;Isi\n1;2\n", "tidak berkolom Kode dan Nama"),
        ("Kode;Nama;Warna\n2.13.04;A;B\n", "Kolom “Warna” tidak dikenal."),
        ("Kode;Nama\n2.13.4.9;A\n", "Bukan kode program"),
        ("Kode;Nama\n2.13.04\n", "Kode ini tanpa nama."),
        ("Kode;Nama\n2.13.04;A\n2.13.04;B\n", "dengan nama lain"),
    ],
)
def test_yang_salah_disebut(client_for, isi, pesan):
    impor = upload(client_for("admin"), isi)
    assert pesan in impor.kesalahan[0]["pesan"]
    assert impor.status == "ditolak"


def test_kolom_asing_dilewati_bila_diminta(client_for):
    impor = upload(client_for("admin"), "Kode;Nama;Warna\n2.13.04;A;B\n", abaikan="on")
    assert impor.status == "siap"
    assert "Warna" in impor.catatan[0]["pesan"]
    assert "Diterapkan: 1 kode" in apply(client_for("admin"), impor)


@pytest.mark.parametrize(
    ("tahun", "asal", "pesan"),
    [
        (2021, "2.13.04", "baru berlaku sejak 2021"),
        (2025, "2.13.99", "sudah berakhir"),
    ],
)
def test_penggantian_yang_tidak_mungkin_ditolak(lama, tahun, asal, pesan):
    ubahan = [{"judul": "Tidak ada lagi", "kunci": asal, "asal": asal}]
    isi = {"nomor": "X", "tanggal": None, "by": "uji", "note": ""}
    with pytest.raises(Refused, match=pesan):
        load_edition(ubahan=ubahan, tahun=tahun, **isi)
    assert EdisiNomenklatur.objects.count() == 1


def test_nomor_yang_sudah_dimuat_ditolak(client_for, lama):
    client = client_for("admin")
    assert "Belum ada yang diterapkan" in apply(client, upload(client), nomor="Lama")
    assert client_for("operator").get(reverse("kinerja:nomenklatur_impor")).status_code == 403
