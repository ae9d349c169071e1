"""Halaman kuesioner: jawab, lampirkan bukti, salin, verifikasi, kembalikan."""

import re
from collections import Counter

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from idm import deret
from idm.actions.isian import instrumen_tahun
from idm.grids import IsianGrid
from idm.models import BuktiJawaban, IdmDesa, Instrumen, IsianIdm
from tests.idm.bahan import client_tahun

pytestmark = pytest.mark.django_db


def test_halaman_kuesioner(client, desa):
    halaman = client.get(f"/idm/isian/{desa.pk}/").content.decode()
    assert "50 dari 50 terjawab" in halaman
    banyak = Counter()
    for awal in re.findall(r'href="\?blok=(\d+)"', halaman):
        satu_blok = client.get(f"/idm/isian/{desa.pk}/?blok={awal}").content.decode()
        banyak["pilihan"] += satu_blok.count('type="radio"')
        banyak["bukti"] += satu_blok.count("Lampirkan bukti")
        assert f'id="butir-{awal}"' in satu_blok
    assert banyak == {"pilihan": 175, "bukti": 50}
    assert "Berikutnya yang kosong" not in halaman
    htmx = {"HTTP_HX_REQUEST": "true"}
    jawaban = client.post(
        f"/idm/isian/{desa.pk}/", {"posisi": 2, "skor": 0, "catatan": "Pindah"}, **htmx
    )
    potongan = jawaban.content.decode()
    assert 'id="kabar-2"' in potongan
    assert "Tersimpan." in potongan
    assert 'hx-swap-oob="true"' in potongan
    row = IdmDesa.objects.get(desa=desa, tahun=2024)
    assert (
        f"{row.idm:.4f}".replace(".", ",") in potongan
    )  # yang berlaku tetap tampak di samping drafnya
    assert "Bila draf ini berlaku" in potongan
    galat = client.post(f"/idm/isian/{desa.pk}/", {"posisi": 2, "skor": 4}, **htmx).content.decode()
    assert "Belum tersimpan: Skor Dokter: skor 4" in galat
    for asing in ("x", "5,5", "-1", "Rp 5"):
        data = {"posisi": 2, "skor": asing}
        galat = client.post(f"/idm/isian/{desa.pk}/", data, **htmx).content.decode()
        assert "Belum tersimpan: " in galat, asing
    biasa = client.post(
        f"/idm/isian/{desa.pk}/", {"posisi": 2, "skor": 5}, follow=True
    ).content.decode()
    assert "Tersimpan." in biasa
    assert (
        "tidak ada pada instrumen"
        in client.post(f"/idm/isian/{desa.pk}/", {"posisi": "x"}, follow=True).content.decode()
    )
    assert client.get("/idm/isian/").status_code == 200


def test_berikutnya_yang_kosong(client, desa, instrumen):
    """Blok yang terbuka memuat pertanyaan kosong; sesudah yang terakhir kembali ke awal."""
    skor = deret.kosong(50)
    IdmDesa.objects.filter(desa=desa).delete()
    IsianIdm.objects.update_or_create(
        desa=desa, tahun=2024, defaults={"instrumen": instrumen, "skor": skor}
    )
    url = f"/idm/isian/{desa.pk}/"
    assert "?blok=1#butir-1" in client.get(url).content.decode()
    htmx = {"HTTP_HX_REQUEST": "true"}
    potongan = client.post(url, {"posisi": 50, "skor": 0}, **htmx).content.decode()
    assert "?blok=1#butir-1" in potongan
    potongan = client.post(url, {"posisi": 2, "skor": 0}, **htmx).content.decode()
    assert "?blok=3#butir-3" in potongan
    for asing in ("0", "999", "x"):
        assert client.get(f"{url}?blok={asing}").status_code == 200


def test_bukti_jawaban(client, desa):
    """Buktinya boleh mendahului jawaban pertamanya."""
    url, berkas = f"/idm/isian/{desa.pk}/bukti/", lambda: SimpleUploadedFile("b.pdf", b"%PDF-1.4 x")
    kosong = client.post(url, {"posisi": 2}, follow=True).content.decode()
    assert "Pilih berkasnya dulu." in kosong
    halaman = client.post(url, {"posisi": 2, "bukti": berkas()}, follow=True).content.decode()
    assert "1 berkas dilampirkan pada Skor Dokter" in halaman
    assert "b.pdf" in halaman
    bukti = BuktiJawaban.objects.get()
    unduhan = client.get(f"/idm/bukti/{bukti.pk}/unduh/")
    assert unduhan.status_code == 200
    for (
        tutup
    ) in unduhan._resource_closers:  # bukan unduhan.close(): itu memutus sambungan basis data uji
        tutup()
    assert (
        "sudah terlampir"
        in client.post(url, {"posisi": 2, "bukti": berkas()}, follow=True).content.decode()
    )
    rusak = SimpleUploadedFile("b.exe", b"MZ")
    assert (
        "tidak diterima"
        in client.post(url, {"posisi": 2, "bukti": rusak}, follow=True).content.decode()
    )


def test_salin_verifikasi_dan_kembalikan_lewat_halaman(client, desa, akun):
    halaman = client.post(
        f"/idm/isian/{desa.pk}/salin/", {"awal": 1, "akhir": 7}, follow=True
    ).content.decode()
    assert "0 jawaban disamakan" in halaman
    assert client.post(f"/idm/isian/{desa.pk}/salin/", {"awal": "x"}).status_code == 302
    bidang = client_tahun(akun["kepala.bidang"], 2024)
    halaman = bidang.post(f"/idm/isian/{desa.pk}/verifikasi/", follow=True).content.decode()
    assert "hasilnya berlaku dan isiannya terkunci" in halaman
    halaman = bidang.post(
        f"/idm/isian/{desa.pk}/kembalikan/", {"catatan": ""}, follow=True
    ).content.decode()
    assert "Catatan wajib diisi" in halaman
    halaman = bidang.post(
        f"/idm/isian/{desa.pk}/kembalikan/", {"catatan": "Periksa"}, follow=True
    ).content.decode()
    assert "dikembalikan kepada pengisinya" in halaman
    assert (
        "0 isian diverifikasi"
        not in bidang.post("/idm/isian/verifikasi/", follow=True).content.decode()
    )
    assert client.post(f"/idm/isian/{desa.pk}/verifikasi/").status_code == 403


def test_tahun_tanpa_instrumen_berskor(akun, desa):
    client = client_tahun(akun["operator"], 2015)
    assert "Indeks Desa" in client.get(f"/idm/isian/{desa.pk}/").content.decode()
    assert "Belum ada instrumen untuk 2015" in client.get("/idm/isian/").content.decode()
    assert client.post(f"/idm/isian/{desa.pk}/", {"posisi": 1, "skor": 1}).status_code == 302
    assert client.post(f"/idm/isian/{desa.pk}/bukti/", {"posisi": 1}).status_code == 302
    assert client.post(f"/idm/isian/{desa.pk}/salin/", {"awal": 1, "akhir": 2}).status_code == 302
    assert IsianGrid(akun["operator"], 2015).rows() == []


def test_instrumen_berikutnya_tanpa_kode(akun, instrumen):
    client = client_tahun(akun["admin"], 2024)
    assert "sudah dipakai menghitung" in client.get(instrumen.get_absolute_url()).content.decode()
    isian = {"kode": "idm-2027", "nama": "Instrumen 2027", "regulasi": "Uji", "tahun_awal": "2027"}
    url = f"/idm/instrumen/{instrumen.pk}/salin/"
    assert client.get(url).status_code == 200
    assert client.post(url, isian).status_code == 302
    salinan = Instrumen.objects.get(kode="idm-2027")
    assert (salinan.indikatoridm_set.count(), salinan.ambang()) == (50, instrumen.ambang())
    assert sum(i.kriteriaskor_set.count() for i in salinan.indikatoridm_set.all()) == 175
    assert instrumen.indikatoridm_set.count() == 50
    assert instrumen_tahun(2027) == salinan
    assert salinan.sebab_lock() == ""
    assert "sudah dipakai" in client.post(url, isian).content.decode()


@pytest.mark.parametrize("langkah", ["verifikasi", "kembalikan"])
@pytest.mark.parametrize("tahun", ["", "1990"])
def test_langkah_atas_desa_tanpa_isian_berkalimat(client, desa, akun, langkah, tahun):
    """Belum ada isiannya, atau belum ada instrumen tahunnya."""
    client.force_login(akun["kepala.bidang"])
    isian = {"catatan": "Periksa", "tahun": tahun}
    jawaban = client.post(f"/idm/isian/{desa.pk}/{langkah}/", isian, follow=True)
    assert jawaban.status_code == 200
    (pesan,) = jawaban.context["messages"]
    assert pesan.level_tag == "error"
