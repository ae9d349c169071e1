"""Dari salinan elektronik naskah bertabel ke asal tiap angkanya."""

from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pypdf
import pytest
from django.conf import settings
from django.test import Client

from accounts.models import Kabupaten, User
from documents.cetakan import Bagian, Cap, Cetakan, Paragraf
from documents.models import Naskah
from documents.printing import print_html, tabular, typeset
from kinerja.models import NaskahKinerja
from kinerja.naskah.rencana_aksi.lembar import rencana_aksi
from tests.factories import make_penetapan
from villages.models import BerkasIkk, Desa

EMAS = Path(__file__).parents[2] / "golden" / "naskah" / "v1"


def tautan_pdf(pdf: bytes) -> set[str]:
    """Alamat semua tautan di dalam PDF."""
    hasil = set()
    for halaman in pypdf.PdfReader(BytesIO(pdf)).pages:
        for satu in halaman.get("/Annots", ()):
            hasil.add(satu.get_object()["/A"]["/URI"])
    return hasil


def test_tiap_baris_pdf_membuka_barisnya() -> None:
    isi = NaskahKinerja(jenis="rencana_aksi").jenis_naskah.restore(
        (EMAS / "rencana_aksi.json").read_text()
    )
    bagian = Bagian(
        pembuka=(Paragraf("7 desa", "besar", "/desa/?tahun=2024"),),
        tabel=(rencana_aksi(isi),),
        is_bertanda_tangan=False,
    )
    semua = tautan_pdf(typeset(Cetakan(isi, (bagian,), Cap("Draf"))))
    situs = settings.SITE_URL
    kode = {satu.kode for satu in isi.baris if satu.kode}
    assert kode
    assert semua == {
        f"{situs}/desa/?tahun=2024",
        *(f"{situs}/kinerja/angka/?tahun={isi.tahun}&kode={satu}" for satu in kode),
    }


def tautan(naskah: Naskah) -> list[str]:
    """Alamat tiap sel dan paragraf cetakannya, sekali saja."""
    hasil: dict[str, None] = {}
    for bagian in tabular(naskah).bagian:
        for tabel in bagian.tabel:
            hasil |= dict.fromkeys(satu.url for satu in tabel.rupa.values())
        hasil |= dict.fromkeys(satu.url for satu in (*bagian.pembuka, *bagian.penutup))
    return [url for url in hasil if url]


@pytest.fixture
def buka(nyata: None, db: None) -> Any:
    """Alamat itu bagi Inspektorat kabupatennya; tujuan akhirnya."""

    def ask(url: str, kode: str) -> Any:
        client = Client()
        client.force_login(User.objects.get(username="operator", kabupaten__kode=kode))
        awal, _, jalan = url.partition(settings.SITE_URL)
        assert not awal
        return client.get(jalan, follow=True)

    return ask


@pytest.mark.parametrize("jenis", ["iku", "ikk", "capaian", "rencana_aksi", "evaluasi", "e81"])
def test_alamatnya_ada(buka: Any, jenis: str) -> None:
    """Tiap alamat yang tercetak menuju barisnya, bukan daftarnya."""
    kabupaten = Kabupaten.objects.get(kode="16.07")
    naskah = NaskahKinerja(kabupaten=kabupaten, tahun=2023, jenis=jenis, triwulan=4)
    semua = tautan(naskah)
    assert semua
    for url in semua:
        jawaban = buka(url, "16.07")
        assert jawaban.status_code == 200, url
        isian = parse_qs(urlsplit(url).query)
        row = jawaban.context["object"]
        if "kode" in isian:
            assert [row.kode] == isian["kode"]
        else:
            assert [row.nomor_cetak] == isian["nomor"]


def test_desa_pada_penetapan(buka: Any) -> None:
    kabupaten = Kabupaten.objects.get(kode="16.07")
    semua = tautan(make_penetapan(kabupaten, 2024))
    assert len(semua) == Desa.objects.filter(kecamatan__kabupaten=kabupaten).desa().count()
    jawaban = buka(semua[0], "16.07")
    assert jawaban.context["object"].kode == "16.07.01.2001"
    assert jawaban.wsgi_request.tahun == 2024


def test_jawaban_ikk_membuka_daftar_yang_dihitung(buka: Any) -> None:
    berkas = BerkasIkk.objects.filter(kabupaten__kode="16.07", tahun=2023).first()
    semua = tautan(berkas)
    assert {urlsplit(url).query for url in semua} == {"tahun=2023"}
    for url in semua:
        assert buka(url, "16.07").status_code == 200
    assert f'<a href="{semua[0]}">' in print_html(berkas)


@pytest.mark.parametrize(
    ("jalan", "status"),
    [
        ("/kinerja/angka/?tahun=2023&kode=2.13.99", 404),
        ("/kinerja/angka/?tahun=2023&kode=2.13.' or 1", 400),
        ("/kinerja/angka/?tahun=2023&kode=٢.13.02", 400),
        ("/idm/angka/?tahun=2024&kode=15.02.01.2001", 404),
        ("/idm/angka/?tahun=2024&kode=16.07", 400),
        ("/idm/angka/?tahun=x&kode=16.07.01.2001", 400),
        ("/idm/angka/", 200),
    ],
)
def test_alamat_yang_salah(buka: Any, jalan: str, status: int) -> None:
    """Bentuk yang salah disebut, baris kantor lain tidak ditemukan."""
    assert buka(f"{settings.SITE_URL}{jalan}", "16.07").status_code == status
