"""Tiap halaman, lembar kerja dan cetakan Indeks Desa buatan bertanda menurut tahun isinya."""

import io
import zipfile
from decimal import Decimal

import pytest
from django.urls import URLPattern, reverse

from core.ekspor import CSV
from core.spreadsheet import XLSX
from documents.ekspor import PDF
from documents.kepala import PERAGAAN
from documents.views import laporan
from idm import urls
from idm.halaman import ACUAN
from tests.idm.bahan import client_tahun
from tests.idm.indeks_desa.test_laporan import record_desa

pytestmark = pytest.mark.django_db
TANDA = "Data peragaan:"
JAWABAN = "1" * 32 + "5" * 94 + "3"
BUKAN_HASIL = (
    "angka",
    "_create",
    "_impor",
    "_formulir",
    "biaya_grid",
    "biaya_grid_xlsx",
    "verifikasi_semua",
)
LUAR = (
    "villages:peta",
    "kinerja:dasbor",
    "kinerja:dasbor_pdf",
    "kinerja:dasbor_xlsx",
    "kinerja:usul_langkah",
    "kinerja:usul_langkah_xlsx",
)
SETAHUN_LAIN = ("villages:peta", "perencana", "poin_grid_xlsx", "daftar_xlsx", "daftar_csv")


@pytest.fixture
def tercetak(monkeypatch):
    """Uraian tiap cetakan yang diminta, tanpa menyusunnya."""
    semua = []

    def typeset(cetakan):
        semua.append(cetakan)
        return b"%PDF"

    monkeypatch.setattr(laporan, "typeset", typeset)
    monkeypatch.setattr("documents.ekspor.typeset", typeset)
    return semua


def alamat_indeks():
    """Semua hasil pada aplikasi ini yang terbuka tanpa nomor baris, unduhannya, dan `LUAR`."""
    acuan = {f"{satu.model._meta.model_name}_list" for satu in ACUAN}
    semua = {}
    for satu in urls.urlpatterns:
        assert isinstance(satu, URLPattern)
        is_hasil = satu.name not in acuan and not satu.name.endswith(BUKAN_HASIL)
        if is_hasil and not satu.pattern.converters:
            semua[satu.name] = reverse(f"idm:{satu.name}")
    for nama in LUAR:
        semua[nama] = reverse(nama)
    daftar = semua["indeksdesa_list"]
    for bentuk in ("pdf", "xlsx", "csv"):
        semua[f"daftar_{bentuk}"] = f"{daftar}?ekspor={bentuk}"
    return semua


def minta(client, alamat, tahun):
    """Jawaban alamat itu pada `tahun`, apa pun tahun kerjanya."""
    sambung = "&" if "?" in alamat else "?"
    jawaban = client.get(f"{alamat}{sambung}tahun={tahun}", follow=True)
    assert jawaban.status_code == 200, alamat
    return jawaban


def bertanda(jawaban, tercetak):
    """Apakah ada tandanya pada halaman, lembar kerja atau cetakan itu."""
    jenis = jawaban["Content-Type"]
    if jenis == XLSX:
        with zipfile.ZipFile(io.BytesIO(jawaban.content)) as buku:
            return PERAGAAN in buku.read("xl/sharedStrings.xml").decode()
    if jenis == CSV:
        baris = jawaban.content.decode().splitlines()
        return len(baris) > 1 and all(PERAGAAN in satu for satu in baris[1:])
    if jenis == PDF:
        cetakan = tercetak[-1]
        judul = [baris for bagian in cetakan.bagian for baris in bagian.judul]
        return PERAGAAN in judul or cetakan.kepala.is_peragaan
    return TANDA in jawaban.content.decode()


def test_tanda_menurut_tahun_isinya(edisi, kabupaten, operator, tercetak):
    record_desa(edisi, 2026, Decimal("79.53"), "MAJU", jawaban=JAWABAN, is_contoh=True)
    client = client_tahun(operator, 2023)
    bentuk = {}
    for nama, alamat in alamat_indeks().items():
        jawaban = minta(client, alamat, 2026)
        assert bertanda(jawaban, tercetak), nama
        bentuk[nama] = jawaban["Content-Type"]
    assert len(bentuk) > 25
    assert {PDF, XLSX} == {bentuk[f"perencana_{jenis}"] for jenis in ("pdf", "xlsx")}
    client = client_tahun(operator, 2026)
    for nama in SETAHUN_LAIN:
        jawaban = minta(client, alamat_indeks()[nama], 2023)
        assert not bertanda(jawaban, tercetak), nama
