"""Daftar senegara di halaman satu kantor: hanya desanya, berkabar, dan dapat diurungkan."""

import csv
import gzip
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from documents.actions.kerja import work
from documents.arsip import BARIS
from documents.models import Impor
from idm.models import IdmDesa, IsianIdm, TerbitanIdm
from tests.idm.impor.bahan import URL, apply, lembar_dua_tahun, lembar_skor, rows, upload

pytestmark = pytest.mark.django_db
LUAR = 6000  # lebih panjang daripada lembar kerja biasa


def send(client, isi):
    """CSV termampat, sebagaimana daftar senegara dibagikan."""
    teks = io.StringIO()
    csv.writer(teks).writerows(isi)
    data = gzip.compress(teks.getvalue().encode())
    client.post(URL, {"berkas": SimpleUploadedFile("idm.csv.gz", data), "tahun_data": "2024"})
    work.call()
    return Impor.objects.order_by("-pk").first()


def senegara(isi, banyak=LUAR):
    """Baris kabupaten lain di atas dan di bawah desanya sendiri."""
    kepala, *sendiri = isi
    semua = []
    for nomor in range(banyak):
        lain = list(sendiri[0])
        jenis = 3000 if nomor % 9 else 2000  # desa adat bernomor 3
        lain[0] = f"{1101010000 + 10000 * (nomor // 900) + jenis + 1 + nomor % 900}"
        semua.append(lain)
    tengah = banyak // 2
    return [kepala, *semua[:tengah], *sendiri, *semua[tengah:]]


def test_hanya_desa_sendiri_yang_dibaca(operator, monkeypatch):
    """Lebih dari lima ribu baris; yang dilewati disebut banyaknya, kemajuannya sampai akhir."""
    kabar = []
    monkeypatch.setattr(
        "documents.actions.kerja.Pegangan.lapor",
        lambda pegangan, maju=None, dari=None: kabar.append((maju, dari)),
    )
    isi = lembar_skor(banyak=3)
    lama = [row.skor for row in rows(banyak=3)]
    isi[2][2] = "4" if isi[2][2] == "5" else "5"
    impor = send(operator, senegara(isi))
    assert (impor.status, impor.banyak_baris, impor.banyak_sama) == ("siap", 3, 2)
    assert impor.catatan[0]["pesan"] == "6.000 desa di luar wilayah kantor ini dilewati."
    assert kabar[-1] == (LUAR + 4, LUAR + 4)
    apply(operator, impor, ganti="on")
    assert [row.skor for row in rows(banyak=3)] == lama
    draf = IsianIdm.objects.get(tahun=2024)
    assert draf.skor == isi[2][2] + lama[1][1:]


def test_tanpa_satu_desa_sendiri(operator):
    isi = lembar_skor(banyak=1)
    asing = senegara(isi, banyak=2)
    impor = send(operator, [asing[0], asing[1], asing[3]])
    (kesalahan,) = impor.kesalahan
    assert kesalahan["pesan"].startswith("Tidak satu pun dari 2 desanya di Kabupaten Banyuasin")


def test_berkas_panjang_tidak_dikembalikan_berkolom_kesalahan(operator):
    isi = lembar_skor(banyak=1)
    isi[1][2] = "9"
    impor = send(operator, senegara(isi, banyak=BARIS))
    assert impor.status == "ditolak"
    halaman = operator.get(f"/impor/{impor.pk}/berkas/", follow=True).content.decode()
    assert "tidak dikembalikan dengan kolom kesalahan" in halaman


def urungkan(client, impor):
    url = impor.get_absolute_url()
    assert "Batalkan impor ini" in client.get(url).content.decode()
    return client.post(url, {"batalkan": "1"}, follow=True).content.decode()


def test_impor_skor_diurungkan(operator):
    """Draf yang baru hilang; draf yang sudah ada kembali seperti semula."""
    isi = lembar_skor(banyak=2)
    ubah = [baris[:] for baris in isi]
    ubah[1][2] = "4" if isi[1][2] == "5" else "5"
    pertama = upload(operator, ubah)
    apply(operator, pertama, ganti="on")
    semula = IsianIdm.objects.get(tahun=2024).skor
    kedua = upload(operator, isi)
    apply(operator, kedua, ganti="on")
    assert IsianIdm.objects.get(tahun=2024).skor != semula
    assert "isi sebelum impor ini kembali" in urungkan(operator, kedua)
    assert IsianIdm.objects.get(tahun=2024).skor == semula
    assert "isi sebelum impor ini kembali" in urungkan(operator, pertama)
    assert not IsianIdm.objects.exists()


def test_impor_terbitan_diurungkan(operator):
    """Indeks yang langsung berlaku dan terbitannya kembali; yang berubah sesudahnya menahan."""
    isi = lembar_dua_tahun(banyak=2)
    IdmDesa.objects.filter(tahun=2023).delete()
    TerbitanIdm.objects.all().delete()
    impor = upload(operator, isi)
    apply(operator, impor)
    assert IdmDesa.objects.filter(tahun=2023).count() == 2
    satu = TerbitanIdm.objects.first()
    TerbitanIdm.objects.filter(pk=satu.pk).update(idm=0)
    assert "sudah diubah sesudah impor ini" in urungkan(operator, impor)
    assert IdmDesa.objects.filter(tahun=2023).count() == 2
    TerbitanIdm.objects.filter(pk=satu.pk).update(idm=satu.idm)
    assert "isi sebelum impor ini kembali" in urungkan(operator, impor)
    assert not IdmDesa.objects.filter(tahun=2023).exists()
    assert not TerbitanIdm.objects.exists()


def test_tahun_yang_ditetapkan_menahan_urungnya(operator, monkeypatch):
    """Draf tahun terkunci tidak dapat dihapus lagi."""
    isi = lembar_skor(banyak=1)
    isi[1][2] = "4" if isi[1][2] == "5" else "5"
    impor = upload(operator, isi)
    apply(operator, impor, ganti="on")
    impor.refresh_from_db()
    monkeypatch.setattr(IsianIdm, "lock_for", staticmethod(lambda *masa: "Terkunci."))
    assert "Terkunci" in urungkan(operator, impor)
    assert IsianIdm.objects.count() == 1
