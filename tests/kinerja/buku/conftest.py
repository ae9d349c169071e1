"""Kantor kosong dan pengunggah buku kerja."""

import io
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from documents.models import Impor
from tests import factories

URL = "/kinerja/buku-kerja/"
KASUS = Path(__file__).parent / "berkas"


@pytest.fixture
def operator(client_for):
    return client_for("operator")


@pytest.fixture
def unggah(operator):
    """Impor dari isi satu berkas; `lain` isian formulirnya."""

    def kirim(isi, tahun=2024, nama="buku.xlsx", **lain):
        berkas = SimpleUploadedFile(nama, isi)
        page = operator.post(URL, {"berkas": berkas, "tahun_data": tahun, **lain})
        assert page.status_code == 302, page.content.decode()
        return Impor.objects.latest("pk")

    return kirim
