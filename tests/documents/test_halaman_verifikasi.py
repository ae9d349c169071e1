"""Halaman verifikasi untuk umum: kode sah dan asing; berkas sama, berbeda, terlalu besar."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from core.uploads import MAX_BYTES
from documents.actions import advance
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def sah(lkjip, users, kepala, isi, pdf):
    advance(lkjip, langkah="submit", by=users["operator"])
    advance(lkjip, langkah="approve", by=users["kepala_bidang"])
    return advance(lkjip, langkah="sign", by=kepala, password=factories.SANDI).pengesahan


def upload(sah, isi):
    return (
        Client()
        .post(f"/verifikasi/{sah.kode}/", {"berkas": SimpleUploadedFile("x.pdf", isi)})
        .content.decode()
    )


def test_kode_diketik_tanpa_tanda_hubung(sah):
    halaman = Client().post("/verifikasi/", {"kode": sah.kode.replace("-", "").lower()})
    assert halaman.url == f"/verifikasi/{sah.kode}/"


@pytest.mark.parametrize("kode", ["AAAA-BBBB-CCCC-DDDD", "%00", "x"])
def test_kode_asing(db, kode):
    assert Client().get(f"/verifikasi/{kode}/").status_code == 404


def test_kode_pendek_ditolak_dengan_contoh():
    assert "16 aksara" in Client().post("/verifikasi/", {"kode": "ABC"}).content.decode()


def test_isi_halaman(sah):
    halaman = Client().get(f"/verifikasi/{sah.kode}/").content.decode()
    for teks in (
        sah.nomor,
        sah.penanda_tangan,
        sah.pdf_sha256,
        sah.snapshot.sha256,
        "31 Januari 2024",
    ):
        assert teks in halaman


def test_berkas_sama_berbeda_dan_terlalu_besar(sah, pdf):
    assert "Sama persis" in upload(sah, pdf)
    berbeda = upload(sah, pdf + b" ")
    assert "Berkas Anda berbeda" in berbeda
    assert "Dokumen sah." not in berbeda
    assert "alert-success" not in berbeda
    assert "lebih dari 10 MB" in upload(sah, b"0" * (MAX_BYTES + 1))


def test_pdf_sah_dapat_diunduh_siapa_pun(sah, pdf):
    halaman = Client().get(f"/verifikasi/{sah.kode}/pdf/")
    assert b"".join(halaman.streaming_content) == pdf
