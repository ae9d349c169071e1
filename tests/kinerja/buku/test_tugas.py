"""Buku kerja sebagai tugas: kemajuan, batal, pekerja yang mati, dan tepat sekali."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from core.audit import Refused
from core.models import AuditEvent
from documents.actions import kabar, kerja
from documents.actions.impor_tugas import request_apply
from documents.actions.kerja import work
from documents.models import Impor, Tugas
from kinerja.models import RekapPegawai
from tests.kinerja.buku.bahan import berkas, salinan
from tests.kinerja.buku.conftest import URL

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


class Mati(BaseException):
    """Pekerjanya dibunuh."""


@pytest.fixture
def send(operator):
    """Unggah tanpa pekerja; kembaliannya jawaban halamannya."""
    data = berkas(salinan("Pegawai"))

    def jalan(**kepala):
        isi = {"berkas": SimpleUploadedFile("pegawai.xlsx", data), "tahun_data": 2024}
        return operator.post(URL, isi, headers=kepala.get("headers"))

    return jalan


@pytest.fixture
def kabari(monkeypatch):
    """Tiap kabar percobaan memanggil `kabari.saat(klaim, maju, dari)`."""
    asli = kabar.write
    monkeypatch.setattr(kerja, "JEDA", 0)

    class Kabari:
        saat = staticmethod(lambda *isi: None)

    def write(*isi):
        asli(*isi)
        Kabari.saat(*isi)

    monkeypatch.setattr(kabar, "write", write)
    return Kabari


def tugas():
    return Tugas.objects.latest("pk")


def test_diunggah_diperiksa_lalu_dibuka(operator, send, kabari):
    halaman = send()
    assert halaman.url == tugas().get_absolute_url()
    impor = Impor.objects.get()
    assert "Isinya belum selesai diperiksa" in operator.get(impor.get_absolute_url()).text
    assert send(headers=HTMX)["HX-Redirect"] == halaman.url  # tombol ditekan dua kali
    assert Impor.objects.count() == Tugas.objects.count() == 1
    terlihat = []
    kabari.saat = lambda *isi: terlihat.append(operator.get(halaman.url).text)
    work.call()
    assert [f"baris {n} dari 4" in satu for n, satu in zip((2, 3, 4), terlihat, strict=True)]
    assert "Memeriksa" in terlihat[0]
    assert operator.get(halaman.url, headers=HTMX)["HX-Redirect"] == impor.get_absolute_url()
    assert "Buka hasilnya" in operator.get(halaman.url).text
    assert tugas().kabar == "3 ubahan, 0 kesalahan"
    assert kabar.read(tugas().klaim) is None
    assert not RekapPegawai.objects.exists()
    catatan = AuditEvent.objects.filter(model="documents.Impor").values_list("note", flat=True)
    assert catatan[0] == "Diperiksa: 3 ubahan, 0 kesalahan."
    assert catatan[1].startswith("Belum diperiksa, sha256 ")


def test_yang_tidak_terbaca_ditolak_dengan_sebabnya(operator):
    rusak = SimpleUploadedFile("buku.xlsx", b"PK\x03\x04 bukan zip")
    operator.post(URL, {"berkas": rusak, "tahun_data": 2024})
    work.call()
    impor = Impor.objects.latest("pk")
    (kesalahan,) = impor.kesalahan
    assert impor.status == Impor.StatusImpor.DITOLAK
    assert kesalahan["pesan"] == "Berkas rusak; tidak dapat dibuka sebagai lembar kerja."


def test_diterapkan_sekali_walau_ditekan_dua_kali(operator, upload, kabari):
    impor = upload(salinan("Pegawai"))
    url = impor.get_absolute_url()
    jalan = operator.post(url).url
    assert operator.post(url).url == jalan
    assert "Sedang diterapkan." in operator.get(url).text
    terlihat = []
    kabari.saat = lambda *isi: terlihat.append(operator.get(jalan).text)
    work.call()
    assert "Menerapkan" in terlihat[0] and "baris 2 dari 4" in terlihat[0]
    assert RekapPegawai.objects.count() == 3
    assert tugas().kabar == "Diterapkan: 3 baris"
    halaman = operator.post(url, follow=True)
    assert "tidak dapat diterapkan" in halaman.text


@pytest.mark.parametrize("langkah", ["periksa", "terapkan"])
def test_pekerja_mati_di_tengah(operator, send, kabari, langkah):
    """Yang sudah tertulis hilang bersama transaksinya; pekerja berikutnya mengulang dari awal."""

    def mati(*isi):
        raise Mati

    send()
    impor = Impor.objects.get()
    if langkah == "terapkan":
        work.call()
        operator.post(impor.get_absolute_url())
    kabari.saat = mati
    with pytest.raises(Mati):
        work.call()
    assert tugas().status == "berjalan"
    assert not RekapPegawai.objects.exists()
    kabari.saat = lambda *isi: None
    lampau = timezone.now() - datetime.timedelta(seconds=1)
    Tugas.objects.update(sampai=lampau)
    work.call()
    impor.refresh_from_db()
    assert tugas().status == "selesai"
    assert impor.status == {"periksa": "siap", "terapkan": "diterapkan"}[langkah]
    banyak = AuditEvent.objects.filter(model="kinerja.RekapPegawai").count()
    assert banyak == RekapPegawai.objects.count() == {"periksa": 0, "terapkan": 3}[langkah]


def test_dibatalkan_di_tengah_percobaan(operator, send, kabari):
    """Percobaannya melepas kuncinya pada kabar berikutnya; impornya tetap belum diperiksa."""
    halaman = send()
    sampai = []

    def batalkan(klaim, maju, dari):
        sampai.append(maju)
        kabar.ask_stop(klaim)

    kabari.saat = batalkan
    work.call()
    assert sampai == [2]
    operator.post(reverse("documents:tugas_batal", args=[tugas().pk]))
    assert tugas().status == "dibatalkan"
    assert Impor.objects.get().status == "membaca"
    kabari.saat = lambda *isi: None
    operator.post(reverse("documents:tugas_ulang", args=[tugas().pk]))
    work.call()
    assert operator.get(halaman.url, headers=HTMX)["HX-Redirect"]
    assert Impor.objects.get().status == "siap"


def test_percobaan_lama_tidak_direbut(send, kabari):
    """Selama percobaan barisnya tidak dapat diperpanjang, maka klaimnya panjang di muka."""
    sisa = []
    kabari.saat = lambda *isi: sisa.append(tugas().sampai - timezone.now())
    send()
    work.call()
    assert min(sisa) > datetime.timedelta(minutes=2)


def test_impor_yang_sudah_dihapus(send):
    send()
    Impor.objects.all().delete()
    work.call()
    assert tugas().galat == "Impornya sudah dihapus."


def test_hanya_yang_siap_diantrekan(upload, users):
    impor = upload(salinan("Pegawai"))
    impor.status = Impor.StatusImpor.SAMA
    with pytest.raises(Refused, match="berstatus sama semua"):
        request_apply(impor=impor, ganti=False, pilih={}, usul=False, by=users["operator"])


def test_antrean_penuh_disebut_pada_formulirnya(send, monkeypatch):
    monkeypatch.setattr("documents.actions.tugas.TERBANYAK", 0)
    assert "tunggu sebagian selesai" in send().text
    assert not Impor.objects.exists()
