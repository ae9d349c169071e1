"""Rekomendasi sebagai utas, komitmen rapat, dan memo dua halaman."""

import datetime
from io import BytesIO

import pypdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from core.audit import Refused
from documents.actions import reply
from documents.printing import print_html
from kinerja.models import Lkjip, Rekomendasi
from kinerja.reviu.actions import record_commitments

pytestmark = pytest.mark.django_db
DAFTAR = "kinerja:rekomendasi_list"


@pytest.fixture
def rekomendasi(kabupaten):
    return Rekomendasi.objects.get(kabupaten=kabupaten, tahun=2023, asal="akip", nomor=1)


def bukti():
    return SimpleUploadedFile("bukti.pdf", b"%PDF-1.4\n% uji\n", content_type="application/pdf")


def test_selesai_hanya_dengan_bukti_yang_diterima(rekomendasi, akun, pereviu):
    """Tindak lanjut lama tanpa bukti belum dihitung."""
    assert rekomendasi.status == "dijawab"
    assert Rekomendasi.objects.kemajuan() == (0, 2)
    with pytest.raises(Refused, match="belum berbukti"):
        reply(rekomendasi, langkah="terima", isi="", by=akun["inspektorat"])
    reply(rekomendasi, langkah="jawab", isi="Terpasang.", berkas=[bukti()], by=akun["operator"])
    assert Rekomendasi.objects.kemajuan() == (0, 2)
    reply(rekomendasi, langkah="terima", isi="", by=akun["inspektorat"])
    assert Rekomendasi.objects.kemajuan() == (1, 2)
    halaman = pereviu.get(reverse(DAFTAR) + "?tahun=2023").content.decode()
    assert "1 dari 2 selesai, 0 lewat tenggat" in halaman


def test_yang_lewat_tenggat_disaring(rekomendasi, pereviu):
    Rekomendasi.objects.filter(pk=rekomendasi.pk).update(tenggat=datetime.date(2024, 1, 31))
    lewat = pereviu.get(reverse(DAFTAR) + "?tahun=2023&lewat=true")
    assert [row.pk for row in lewat.context["table"].data.data] == [rekomendasi.pk]
    assert "status-lewat-tenggat" in lewat.content.decode()
    lain = pereviu.get(reverse(DAFTAR) + "?tahun=2023&lewat=false").content.decode()
    assert "status-lewat-tenggat" not in lain
    assert "Lewat tenggat" in pereviu.get(rekomendasi.get_absolute_url()).content.decode()


def test_bab_tiga_memuat_jawaban_status_dan_komitmen(kabupaten, rekomendasi, akun):
    banyak = record_commitments(
        tahun=2023,
        isi=["Bukti IKK dilengkapi."],
        penanggung=None,
        tenggat=None,
        by=akun["inspektorat"],
    )
    assert banyak == 1
    reply(rekomendasi, langkah="jawab", isi="Terpasang sejak Maret.", by=akun["operator"])
    html = print_html(Lkjip.objects.get(kabupaten=kabupaten, tahun=2023))
    for tulisan in ("Terpasang sejak Maret.", "Dijawab", "Bukti IKK dilengkapi.", "Komitmen rapat"):
        assert tulisan in html


def test_komitmen_rapat_menjadi_rekomendasi(pereviu, akun):
    url = reverse("kinerja:rekomendasi_komitmen")
    isian = {"tahun": "2023", "isi": " Satu. \n\nDua.\n", "tenggat": "1 Maret 2024"}
    assert pereviu.post(url, isian).status_code == 302
    assert pereviu.post(url, isian | {"isi": "Tiga."}).status_code == 302
    rows = Rekomendasi.objects.filter(asal="rapat").order_by("nomor")
    assert [(row.nomor, row.uraian) for row in rows] == [(1, "Satu."), (2, "Dua."), (3, "Tiga.")]
    assert {row.tenggat for row in rows} == {datetime.date(2024, 3, 1)}
    keliru = pereviu.post(url, isian | {"tahun": "2x", "tenggat": "kapan"})
    assert set(keliru.context["form"].errors) == {"tahun", "tenggat"}
    dinas = Client()
    dinas.force_login(akun["operator"])
    assert dinas.post(url, isian).status_code == 403


@pytest.mark.sekali("rupa PDF; isinya disusun dari laporan yang diuji pada keduanya")
def test_memo_dua_halaman_walau_rekomendasinya_banyak(pereviu, akun):
    isi = [f"Komitmen nomor {nomor} yang cukup panjang untuk dua baris." for nomor in range(30)]
    record_commitments(tahun=2023, isi=isi, penanggung=None, tenggat=None, by=akun["inspektorat"])
    pdf = pereviu.get(reverse("kinerja:dasbor_memo") + "?tahun=2023").content
    halaman = pypdf.PdfReader(BytesIO(pdf)).pages
    assert len(halaman) == 2
    pertama, kedua = (" ".join(satu.extract_text().split()) for satu in halaman)
    assert "10.716.928.854" in pertama
    assert "81,48" in pertama
    assert "LKjIP 2023 Kabupaten Banyuasin" in kedua
    assert "Selesai dengan bukti diterima: 0 dari 32." in kedua
    assert "Belum termuat di sini: 20 lagi" in kedua
