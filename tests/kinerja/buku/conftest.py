"""Kantor kosong dan pengunggah buku kerja."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from documents.actions.kerja import work
from documents.models import Impor
from tests import factories
from tests.kinerja.buku.bahan import berkas

URL = "/kinerja/buku-kerja/"


@pytest.fixture
def kantor(banyuasin):
    """Hanya bidang dan seorang pejabat yang sudah dicatat."""
    factories.make_bidang(banyuasin, nama="Sekretariat")
    factories.make_pejabat(banyuasin, nama="Pejabat Contoh 1", is_kepala=False)
    return banyuasin


@pytest.fixture
def operator(kantor, client_for):
    return client_for("operator")


@pytest.fixture
def upload(operator):
    """Impor dari isi satu berkas, atau dari lembar-lembarnya."""

    def send(isi, tahun=2024, **lain):
        data = isi if isinstance(isi, bytes) else berkas(isi)
        kiriman = {"berkas": SimpleUploadedFile("buku.xlsx", data), "tahun_data": tahun, **lain}
        halaman = operator.post(URL, kiriman)
        assert halaman.status_code == 302, halaman.content.decode()
        work.call()
        return Impor.objects.latest("pk")

    return send


@pytest.fixture
def apply(operator, upload):
    """Unggah lalu terapkan; impornya sesudah diterapkan."""

    def jalan(isi, tahun=2024, **lain):
        impor = upload(isi, tahun, **lain)
        assert impor.kesalahan == []
        operator.post(impor.get_absolute_url())
        work.call()
        impor.refresh_from_db()
        return impor

    return jalan
