"""Bundel bukti satu naskah sah: diminta dari halamannya, dan terurai di folder."""

import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from documents.actions import advance
from documents.actions.bukti import attach_bukti
from documents.actions.kerja import work
from documents.models import StatusTugas, Tugas
from kinerja.naskah.dasar import sources
from tests import factories
from tests.documents.bundel.bahan import ISI_BUKTI, alamat


@pytest.fixture
def realisasi(banyuasin):
    return factories.make_realisasi(factories.make_indikator(banyuasin))


@pytest.fixture
def bukti(realisasi, users):
    berkas = SimpleUploadedFile("berita acara.pdf", ISI_BUKTI)
    (row,) = attach_bukti(pemilik=realisasi, berkas=[berkas], by=users["operator"])
    return row


@pytest.fixture
def sah(lkjip, users, kepala, isi, pdf, daftarkan, bukti):
    daftarkan(
        sumber=(("kinerja.Realisasi", "tahun"),),
        bukti=sources.BUKTI_INDIKATOR,
    )
    advance(lkjip, langkah="submit", by=users["operator"])
    advance(lkjip, langkah="approve", by=users["kepala_bidang"])
    return advance(lkjip, langkah="sign", by=kepala, password=factories.SANDI)


@pytest.fixture
def arsip(sah, client_for, tmp_path):
    """Diminta dari halamannya, dikerjakan sebagai tugas, diunduh hasilnya."""
    client = client_for("operator")
    assert alamat(sah) in client.get(sah.get_absolute_url()).content.decode()
    client.post(alamat(sah))
    work.call()
    tugas = Tugas.objects.get()
    assert tugas.status == StatusTugas.SELESAI, tugas.galat
    jawaban = client.get(reverse("documents:tugas_hasil", args=[tugas.pk]))
    path = tmp_path / tugas.nama
    path.write_bytes(b"".join(jawaban.streaming_content))
    return path


@pytest.fixture
def folder(arsip, tmp_path):
    tempat = tmp_path / "bundel"
    with zipfile.ZipFile(arsip) as isi:
        isi.extractall(tempat)
    return tempat
