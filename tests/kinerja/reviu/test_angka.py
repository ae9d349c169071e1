"""Angka cetakan di luar aplikasi, disandingkan dengan data dan menjadi catatan."""

import html
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from kinerja.models import CatatanReviu

pytestmark = pytest.mark.django_db


def lembar(isi):
    return SimpleUploadedFile("angka.csv", isi.encode(), content_type="text/csv")


def test_angka_cetakan_luar_disandingkan(reviu, pereviu):
    url = reverse("kinerja:reviu_angka", args=[reviu.pk])
    isi = "Kunci;Tempat;Tercetak\niku.1.realisasi;Ikhtisar;200\n"
    isi += "ikk.6.realisasi;Tabel;82,10 %\nx;Z;1\n"
    jawaban = pereviu.post(url, {"berkas": lembar(isi)})
    simpulan = [(a.baris, a.tercetak, a.simpulan) for a in jawaban.context["angka"]]
    assert simpulan == [
        (2, "200", "sama"),
        (3, "82,10 %", "berbeda"),
        (4, "1", "kunci tidak dikenal"),
    ]
    angka = jawaban.context["angka"]
    dikirim = {
        "catat": "1",
        "pilih": ["1", "9", "x"],
        "tempat": [a.tempat for a in angka],
        "tercetak": [a.tercetak for a in angka],
        "dihitung": [a.dihitung for a in angka],
    }
    assert pereviu.post(url, dikirim).status_code == 302
    catatan = CatatanReviu.objects.get()
    assert catatan.uraian == "Tabel: tercetak 82,10 %, menurut data 81,48."
    assert catatan.sebutan == "Cetakan di luar aplikasi"


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ("A;B\n1;2\n", "tidak memuat kolom Kunci dan Tercetak"),
        ("Kunci;Tercetak\niku.1.realisasi;\n", "kolom Tercetak kosong semua"),
        ("%PDF-1.7", "sebenarnya PDF"),
    ],
)
def test_lembar_angka_yang_keliru_disebut(reviu, pereviu, isi, pesan):
    url = reverse("kinerja:reviu_angka", args=[reviu.pk])
    halaman = pereviu.post(url, {"berkas": lembar(isi)})
    assert pesan in html.unescape(halaman.content.decode())


def test_lembar_isian_memuat_semua_kunci(reviu, pereviu):
    isi = pereviu.get(reverse("kinerja:reviu_angka_xlsx", args=[reviu.pk])).content
    baris = list(load_workbook(BytesIO(isi)).active.values)
    assert any(satu[0] == "iku.1.realisasi" and satu[3] == "200" for satu in baris)
