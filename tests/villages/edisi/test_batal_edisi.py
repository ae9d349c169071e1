"""Satu edisi dibatalkan: wilayah, kode dan riwayatnya persis seperti sebelumnya."""

import gzip
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from core import audit
from documents.models import Impor
from tests.villages.edisi.bahan import EDISI_2022, EDISI_2025, apply, mekarkan, upload
from villages.models import Desa, Kecamatan, RincianLembaga, RiwayatKecamatan, RiwayatWilayah

pytestmark = pytest.mark.django_db
WILAYAH = (Kecamatan, Desa, RiwayatKecamatan, RiwayatWilayah)


def isi() -> list[tuple]:
    """Semua baris wilayah dan riwayatnya, tanpa nomor riwayat yang dapat berganti."""
    hasil = []
    for model in WILAYAH:
        for row in model.objects.order_by("pk"):
            hasil.append((model.__name__, *sorted(audit.nilai_kolom(row).items())))
    return hasil


def batalkan(client, impor: Impor) -> str:
    alamat = impor.get_absolute_url()
    assert "Batalkan impor ini" in client.get(alamat).content.decode()
    halaman = client.post(alamat, {"batalkan": "1"}, follow=True)
    impor.refresh_from_db()
    return halaman.content.decode()


def test_edisi_baru_dibatalkan(kantor):
    """Pergantian nama, wilayah baru dan riwayatnya kembali; edisinya dapat dimuat lagi."""
    _, client = kantor
    apply(client, upload(client, EDISI_2022.read_bytes()), "2022-02-14")
    semula = isi()
    impor = upload(client, EDISI_2025.read_bytes())
    apply(client, impor, "2025-04-25", ganti="1")
    sesudah = isi()
    assert sesudah != semula
    assert "isi sebelum impor ini kembali" in batalkan(client, impor)
    assert impor.status == "dibatalkan"
    assert isi() == semula
    apply(client, upload(client, EDISI_2025.read_bytes()), "2025-04-25", ganti="1")
    assert isi() == sesudah


def test_pemekaran_dan_kode_berantai_dibatalkan(betung, client_for):
    client = client_for("admin")
    semula = isi()
    mekarkan(client)
    assert "isi sebelum impor ini kembali" in batalkan(client, Impor.objects.latest("pk"))
    assert isi() == semula


def test_edisi_lama_dibatalkan(kantor):
    _, client = kantor
    apply(client, upload(client, EDISI_2025.read_bytes()), "2025-04-25")
    semula = isi()
    impor = upload(client, EDISI_2022.read_bytes())
    pilih = {u["kunci"]: "akhir" for u in impor.ubahan if u["aksi"] == "hilang"}
    apply(client, impor, "2022-02-14", sampai="2025-04-25", ganti="1", pilih=pilih)
    assert isi() != semula
    assert "isi sebelum impor ini kembali" in batalkan(client, impor)
    assert isi() == semula


def test_yang_dibangun_di_atasnya_menahan(betung, client_for):
    """Wilayah yang sudah dipakai atau diubah lagi tidak dikembalikan diam-diam."""
    client = client_for("admin")
    mekarkan(client)
    impor = Impor.objects.latest("pk")
    RincianLembaga.objects.create(desa=Desa.objects.get(nama="Harapan"), tahun=2025)
    assert "masih dipakai oleh" in batalkan(client, impor)
    assert (impor.status, Desa.objects.get(nama="Harapan").kode) == ("diterapkan", "16.07.22.2003")


def test_yang_berubah_sesudahnya_menahan(betung, client_for):
    client = client_for("admin")
    mekarkan(client)
    impor = Impor.objects.latest("pk")
    muara = Desa.objects.get(nama="Muara")
    muara.dibentuk = date(1990, 1, 1)
    muara.save()
    assert "Muara sudah diubah sesudah impor ini" in batalkan(client, impor)


def test_daftar_termampat_sama_isinya(kantor):
    """Daftar senegara dibagikan sebagai .csv.gz dan diterima sebagaimana adanya."""
    _, client = kantor
    halaman = client.get(reverse("villages:desa_impor")).content.decode()
    assert 'accept=".xlsx,.csv,.gz"' in halaman
    biasa = upload(client, EDISI_2025.read_bytes())
    termampat = gzip.compress(EDISI_2025.read_bytes())
    berkas = SimpleUploadedFile("wilayah_nasional_2025.csv.gz", termampat)
    jawaban = client.post("/wilayah/desa/impor/", {"berkas": berkas})
    assert jawaban.status_code == 302
    impor = Impor.objects.latest("pk")
    kunci = [u["kunci"] for u in impor.ubahan]
    assert kunci == [u["kunci"] for u in biasa.ubahan]
