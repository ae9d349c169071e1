"""Formulir kertas kisi: tercetak kosong dengan kodenya, berkasnya menjadi bukti yang diketik."""

from collections.abc import Callable
from io import BytesIO
from urllib.parse import urlencode

import pypdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from accounts.models import Kabupaten
from core.models import AuditEvent
from documents.lembar.formulir import kode_formulir
from documents.models import BuktiFormulir
from tests import factories
from villages.models import Kecamatan, RekapLembaga

pytestmark = pytest.mark.django_db
URL = "/wilayah/lembaga/isian/kertas/"
FOTO = b"\xff\xd8\xff\xe0 foto formulir"
KISI = "villages:rekaplembaga_grid"


@pytest.fixture
def kecamatan(banyuasin: Kabupaten) -> list[Kecamatan]:
    return [factories.make_kecamatan(banyuasin) for _ in range(3)]


@pytest.fixture
def operator(client_for: Callable[[str], Client]) -> Client:
    return client_for("operator")


def alamat(kecamatan: Kecamatan, halaman: str = URL) -> str:
    return f"{halaman}?{urlencode({'tahun': 2023, 'baris': kecamatan.pk})}"


def foto(nama: str = "foto.jpg", isi: bytes = FOTO) -> dict[str, list[SimpleUploadedFile]]:
    return {"bukti": [SimpleUploadedFile(nama, isi)]}


def kode(kecamatan: Kecamatan) -> str:
    return kode_formulir(kecamatan.kabupaten.kode, KISI, 2023, str(kecamatan.pk))


def test_tercetak_selembar_tiap_kecamatan(operator: Client, kecamatan: list[Kecamatan]) -> None:
    """Kode, nama, semua isian kosong; isi yang sudah diketik tidak ikut tercetak."""
    RekapLembaga.objects.create(kecamatan=kecamatan[0], tahun=2023, rt=98765)
    pdf = operator.get(f"{URL}pdf/?tahun=2023")
    assert pdf["Content-Type"] == "application/pdf"
    halaman = [satu.extract_text() for satu in pypdf.PdfReader(BytesIO(pdf.content)).pages]
    assert len(halaman) == len(kecamatan)
    for teks, satu in zip(halaman, Kecamatan.objects.urut_naskah(), strict=True):
        assert kode(satu) in teks
        assert satu.nama in teks
        assert "Karang Taruna" in teks
        assert "98765" not in teks
    satu_saja = operator.get(alamat(kecamatan[1], f"{URL}pdf/"))
    assert len(pypdf.PdfReader(BytesIO(satu_saja.content)).pages) == 1


def test_terlalu_banyak_disebut(
    operator: Client, kecamatan: list[Kecamatan], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("documents.views.formulir.TERBANYAK", 2)
    jawab = operator.get(f"{URL}pdf/?tahun=2023", follow=True).content.decode()
    assert "3 formulir terlalu banyak untuk satu PDF; pilih paling banyak 2." in jawab


def test_foto_menjadi_bukti_di_samping_yang_diketik(
    operator: Client, kecamatan: list[Kecamatan]
) -> None:
    RekapLembaga.objects.create(kecamatan=kecamatan[0], tahun=2023, rt=123)
    jawab = operator.post(alamat(kecamatan[0]), foto(), follow=True).content.decode()
    assert "Terlampir: 1 berkas." in jawab
    assert "foto.jpg" in jawab
    assert ">123<" in jawab.replace(" ", "").replace("\n", "")
    bukti = BuktiFormulir.objects.get()
    assert (bukti.kisi, bukti.kunci) == (KISI, str(kecamatan[0].pk))
    assert bukti.kode == kode(kecamatan[0])
    event = AuditEvent.objects.get(model="documents.BuktiFormulir")
    assert event.changes["nama"] == [None, "foto.jpg"]
    unduhan = operator.get(f"/formulir/{bukti.pk}/unduh/")
    assert b"".join(unduhan.streaming_content) == FOTO
    daftar = operator.get(f"{URL}?tahun=2023").content.decode()
    assert kode(kecamatan[0]) in daftar


@pytest.mark.parametrize(
    ("kiriman", "pesan"),
    [
        ({}, "Pilih foto atau pindaian formulirnya."),
        (foto("foto.jpg", b"bukan gambar"), "bukan berkas JPG"),
        (foto("foto.exe"), "jenis .exe tidak diterima"),
    ],
)
def test_berkas_yang_keliru(
    operator: Client, kecamatan: list[Kecamatan], kiriman: dict[str, list[object]], pesan: str
) -> None:
    jawab = operator.post(alamat(kecamatan[0]), kiriman)
    assert (jawab.status_code, BuktiFormulir.objects.count()) == (422, 0)
    assert pesan in jawab.content.decode()


def test_berkas_sama_sekali_saja(operator: Client, kecamatan: list[Kecamatan]) -> None:
    operator.post(alamat(kecamatan[0]), foto())
    jawab = operator.post(alamat(kecamatan[0]), foto("lain.jpg"))
    assert "sudah terlampir pada formulir ini" in jawab.content.decode()
    assert BuktiFormulir.objects.count() == 1
    operator.post(alamat(kecamatan[1]), foto())
    assert BuktiFormulir.objects.count() == 2


def test_yang_hanya_melihat_tidak_melampirkan(
    client_for: Callable[[str], Client], kecamatan: list[Kecamatan]
) -> None:
    bidang = client_for("kepala_bidang")
    assert bidang.post(alamat(kecamatan[0]), foto()).status_code == 403
    assert "Lampirkan" not in bidang.get(alamat(kecamatan[0])).content.decode()


def test_baris_tak_dikenal(operator: Client, kecamatan: list[Kecamatan]) -> None:
    for baris in ("999999", "x"):
        assert operator.get(f"{URL}?tahun=2023&baris={baris}").status_code == 404
