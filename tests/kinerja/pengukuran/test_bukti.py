"""Berkas bukti: diterima bila benar, ditolak dengan sebab, tidak pernah tersimpan separuh."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from core.audit import Refused
from core.models import AuditEvent
from documents.actions.bukti import attach_bukti
from kinerja.models import BuktiRealisasi, Realisasi
from tests import factories

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4 berita acara"


@pytest.fixture
def realisasi(banyuasin):
    return factories.make_realisasi(factories.make_indikator(banyuasin))


def berkas(nama="bukti.pdf", isi=PDF):
    return SimpleUploadedFile(nama, isi, content_type="application/pdf")


def stored():
    folder = Path(settings.MEDIA_ROOT) / "bukti"
    return sorted(folder.iterdir()) if folder.is_dir() else []


def test_beberapa_berkas_dengan_jejaknya(realisasi, users):
    rows = attach_bukti(
        pemilik=realisasi, berkas=[berkas(), berkas("b.pdf", PDF + b"2")], by=users["operator"]
    )
    assert [r.nama for r in rows] == ["bukti.pdf", "b.pdf"]
    assert len(stored()) == 2
    assert AuditEvent.objects.filter(model="kinerja.BuktiRealisasi", action="tambah").count() == 2


def test_isi_yang_sama_ditolak_dan_yang_sebelumnya_dibatalkan(realisasi, users):
    with pytest.raises(Refused, match="sudah terlampir"):
        attach_bukti(
            pemilik=realisasi, berkas=[berkas(), berkas("salinan.pdf")], by=users["operator"]
        )
    assert not BuktiRealisasi.objects.exists()
    assert stored() == []


def send(client, realisasi, *kiriman, **isian):
    url = reverse("kinerja:realisasi_update", args=[realisasi.pk])
    form = client.get(url).context["form"]
    data = {b.html_name: "" if b.value() is None else b.value() for b in form if b.name != "bukti"}
    return client.post(url, data | {"bukti": list(kiriman)} | isian)


@pytest.mark.parametrize(
    ("nama", "isi", "pesan"),
    [
        ("bukti.pdf", b"MZ bukan pdf", "bukan berkas PDF"),
        ("bukti.exe", b"MZ", "tidak diterima"),
        ("besar.pdf", b"%PDF-" + b"0" * 100_000_000, "100 MB"),
    ],
)
def test_berkas_buruk_ditolak_tanpa_tersimpan(client_for, realisasi, nama, isi, pesan):
    jawaban = send(client_for("operator"), realisasi, berkas(nama, isi), nilai="91")
    assert jawaban.status_code == 200
    assert pesan in jawaban.content.decode()
    assert Realisasi.objects.get().nilai == 90
    assert stored() == []


@pytest.mark.parametrize("nilai", ["1,234.56", "12.34", "sembilan", "1e5"])
def test_angka_buruk_ditolak(client_for, realisasi, nilai):
    jawaban = send(client_for("operator"), realisasi, nilai=nilai)
    assert jawaban.status_code == 200
    assert "12,5" in jawaban.content.decode()
    assert Realisasi.objects.get().nilai == 90


def test_indikator_kabupaten_lain_ditolak_dan_dicatat(client_for, realisasi, merangin):
    asing = factories.make_indikator(merangin)
    jawaban = send(client_for("operator"), realisasi, indikator=asing.pk)
    assert jawaban.status_code == 200
    assert Realisasi.objects.get().indikator == realisasi.indikator
    assert AuditEvent.objects.filter(action="ditolak", object_id=str(asing.pk)).exists()


def test_tersimpan_dan_diunduh_kembali(client_for, realisasi):
    client = client_for("operator")
    assert send(client, realisasi, berkas(), nilai="91,5").status_code == 302
    bukti = BuktiRealisasi.objects.get()
    jawaban = client.get(reverse("kinerja:buktirealisasi_download", args=[bukti.pk]))
    assert b"".join(jawaban.streaming_content) == PDF
    assert "attachment" in jawaban["Content-Disposition"]
