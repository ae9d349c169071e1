"""Lembar uji: uji yang berjalan, temuan, dan tanggapannya; PDF dan XLSX dari satu uraian."""

import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from accounts.models import User
from documents import render
from documents.actions import explain, judge
from documents.lembar.uji import cetakan_uji, tabel_uji
from documents.printing import typeset
from documents.reports.temuan import keadaan_temuan
from kinerja.models import Lkjip, PerjanjianKinerja
from tests.terbaca import isi_lembar, tak_terbaca

pytestmark = pytest.mark.django_db


@pytest.fixture
def lkjip(kabupaten):
    return Lkjip.objects.get(kabupaten=kabupaten, tahun=2023)


def keadaan(naskah):
    return keadaan_temuan(naskah, naskah.reading())


def pengguna(username):
    return User.objects.get(username=username)


@pytest.fixture(scope="module")
def diterima(nyata, bersama):
    """Satu temuan dijelaskan dan diterima, satu lagi dijelaskan; sekali bagi semua uji di sini."""
    lkjip = Lkjip.objects.get(kabupaten__kode="16.07", tahun=2023)
    pertama, kedua, *_ = keadaan(lkjip).peringatan
    alasan = "Dokumen lama mencetaknya demikian."
    for satu in (pertama, kedua):
        explain(lkjip, sidik=satu.temuan.sidik, alasan=alasan, by=pengguna("operator"))
    judge(
        lkjip,
        sidik=pertama.temuan.sidik,
        putusan="diterima",
        catatan="Sesuai arsip.",
        by=pengguna("kepala.bidang"),
    )
    return pertama.temuan


def test_pdf_memuat_tiap_uji_temuan_dan_tanggapan(lkjip, diterima):
    cetakan = cetakan_uji(lkjip, keadaan(lkjip))
    pdf = typeset(cetakan)
    assert tak_terbaca(cetakan, pdf) == []
    assert pdf == typeset(cetakan)


def test_lembar_kerja_berisi_yang_sama(lkjip, diterima):
    kini = keadaan(lkjip)
    uji, temuan, _ = tabel_uji(lkjip, kini)
    assert [row[0] for row in uji.baris] == [satu.kelas for satu in kini.pemeriksaan]
    assert sum(row[3] for row in uji.baris) == kini.dibandingkan
    assert len(temuan.baris) == len(kini.semua)
    (row,) = [satu for satu in temuan.baris if satu[5] == "diterima"]
    assert row[:3] == [diterima.kelas, diterima.tempat, diterima.pesan]
    penjelasan, putusan = row[6:]
    assert penjelasan.startswith("Dokumen lama mencetaknya demikian.\n")
    assert str(pengguna("operator")) in penjelasan
    assert putusan.startswith("Diterima. Sesuai arsip.\n")
    assert str(pengguna("kepala.bidang")) in putusan


def test_yang_selesai_tetap_tercatat(lkjip, diterima):
    lkjip.kabupaten.angkatercetak_set.all().delete()
    _, temuan, _ = tabel_uji(lkjip, keadaan(lkjip))
    assert [row[5] for row in temuan.baris].count("selesai: tidak ditemukan lagi") == 1


def test_naskah_tanpa_temuan_mengatakannya(kabupaten):
    pk = PerjanjianKinerja.objects.get(kabupaten=kabupaten, tahun=2023)
    cetakan = cetakan_uji(pk, keadaan(pk))
    uji, temuan = (tabel for bagian in cetakan.bagian for tabel in bagian.tabel)
    assert len(uji.baris) == 8
    assert (temuan.baris, temuan.kosong) == ([], "Tidak ada temuan pada yang diperiksa.")


def test_diunduh_dari_halaman_naskahnya(lkjip, client, monkeypatch):
    client.force_login(pengguna("inspektorat"))
    halaman = client.get(lkjip.get_absolute_url()).content.decode()
    pdf, xlsx = (reverse(f"kinerja:lkjip_{nama}", args=[lkjip.pk]) for nama in ("uji", "uji_xlsx"))
    assert pdf in halaman
    assert xlsx in halaman
    jawaban = client.get(pdf)
    assert jawaban.content.startswith(b"%PDF")
    assert 'filename="lembar-uji-' in jawaban["Content-Disposition"]
    buku = load_workbook(io.BytesIO(client.get(xlsx).content))
    assert buku.sheetnames == ["Uji", "Temuan", "Catatan sumber"]
    assert "V12" in {row[0] for row in isi_lembar(buku["Uji"])}
    client.force_login(pengguna("operator.merangin"))
    assert client.get(pdf).status_code == client.get(xlsx).status_code == 404

    def gagal(*berkas):
        raise render.RenderFailed("uji")

    monkeypatch.setattr(render, "typeset", gagal)
    client.force_login(pengguna("inspektorat"))
    gagal_cetak = client.get(pdf, follow=True)
    assert "Cetakan tidak tersedia: uji" in gagal_cetak.content.decode()
