"""Penerima yang bukan kisi: pratinjau yang sama, yang berbeda hanya diganti bila diminta."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from core.audit import Refused
from core.models import AuditEvent
from documents.actions.impor import apply
from documents.impor import PENERIMA, Hasil, Kesalahan, Penerima
from documents.models import Impor
from tests import factories
from villages.models import Kecamatan

pytestmark = pytest.mark.django_db
NAMA = "villages:rekaplembaga_grid"


class NamaKecamatan(Penerima):
    """Contoh terkecil: kolom pertama kode, kolom kedua nama."""

    model = Kecamatan
    hak = "view"
    judul = "Nama kecamatan"
    halaman = "villages:kecamatan_list"
    pengantar = ("Kolom pertama kode, kolom kedua nama.",)

    def check(self, tabel):
        hasil = Hasil()
        ada = dict(Kecamatan.objects.values_list("kode", "nama"))
        for n, (kode, nama) in enumerate(tabel[0].baris, start=1):
            hasil.banyak_baris += 1
            if kode.isi not in ada:
                hasil.kesalahan.append(Kesalahan("L", f"A{n}", kode.isi, "Tidak dikenal."))
            elif ada[kode.isi] == nama.isi:
                hasil.sama += 1
            else:
                hasil.ubahan.append(
                    {"kunci": kode.isi, "baris": kode.isi, "judul": "Nama", "lama": ada[kode.isi],
                    "baru": nama.isi,
                     "lembar": "L", "sel": f"B{n}"} | ({"beda": "1"} if ada[kode.isi] else {})
                )  # fmt: skip
        hasil.catatan.append(Kesalahan("L", "A1", "", "Sekadar catatan."))
        return hasil

    def apply(self, ubahan, *, by, note):
        for u in ubahan:
            if not Kecamatan.objects.filter(kode=u["kunci"], nama=u["lama"]).update(nama=u["baru"]):
                raise Refused("Sudah berubah.")


@pytest.fixture
def operator(client_for, monkeypatch):
    reverse("beranda")  # daftar penerima terisi saat alamat dimuat
    monkeypatch.setitem(PENERIMA, NAMA, NamaKecamatan)
    return client_for("operator")


@pytest.fixture
def kecamatan(banyuasin):
    for n, nama in enumerate(("", "Dua", "Tiga")):
        factories.make_kecamatan(banyuasin, kode=f"16.07.0{n}", nama=nama)


def upload(client, teks, **isian):
    berkas = SimpleUploadedFile("nama.csv", teks.encode())
    return client.post(
        "/wilayah/lembaga/isian/impor/", {"berkas": berkas, "tahun_data": "2024", **isian}
    )


def test_baru_berbeda_sama_dan_catatan(operator, kecamatan):
    halaman = operator.get("/wilayah/lembaga/isian/impor/").content.decode()
    assert "Kolom pertama kode" in halaman
    assert "Tahun data" in halaman
    upload(operator, "16.07.00;Nol\n16.07.01;Satu\n16.07.02;Tiga\n")
    impor = Impor.objects.get()
    assert (impor.tahun, impor.banyak_sama, len(impor.biasa), len(impor.berbeda)) == (2024, 1, 1, 1)
    halaman = operator.get(impor.get_absolute_url()).content.decode()
    assert "Ganti yang berbeda (1 baris)" in halaman
    assert "Sekadar catatan." in halaman
    operator.post(impor.get_absolute_url())
    assert sorted(Kecamatan.objects.values_list("nama", flat=True)) == ["Dua", "Nol", "Tiga"]
    assert (
        AuditEvent.objects.filter(model="documents.Impor").first().note
        == "1 yang berbeda tidak diganti."
    )


def test_yang_berbeda_diganti_bila_diminta(operator, kecamatan):
    upload(operator, "16.07.01;Satu\n")
    impor = Impor.objects.get()
    halaman = operator.post(impor.get_absolute_url(), follow=True).content.decode()
    assert "Ganti yang berbeda" in halaman
    assert Kecamatan.objects.filter(nama="Dua").exists()
    halaman = operator.post(impor.get_absolute_url(), {"ganti": "on"}, follow=True).content.decode()
    assert "Diterapkan: 1 baris." in halaman
    assert Kecamatan.objects.filter(nama="Satu").exists()


def test_berubah_sejak_pratinjau_dan_kesalahan(operator, kecamatan):
    upload(operator, "16.07.00;Nol\n")
    impor = Impor.objects.get()
    Kecamatan.objects.filter(kode="16.07.00").update(nama="Lain")
    with pytest.raises(Refused, match="Sudah berubah"):
        apply(impor=impor, penerima=NamaKecamatan(factories.make_user(None, None), 2024), by="uji")
    upload(operator, "99;Nol\n")
    assert Impor.objects.filter(status="ditolak").get().kesalahan[0]["pesan"] == "Tidak dikenal."


def test_tahun_data_yang_bukan_tahun(operator, kecamatan):
    halaman = upload(operator, "16.07.00;Nol\n", tahun_data="dua ribu")
    assert halaman.status_code == 200
    assert not Impor.objects.exists()


def test_dasar_menuntut_isinya(banyuasin):
    penerima = Penerima(factories.make_user(None, banyuasin), 2024)
    with pytest.raises(NotImplementedError):
        penerima.check([])
    with pytest.raises(NotImplementedError):
        penerima.apply([], by="uji", note="")
