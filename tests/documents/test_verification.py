"""Satu bita berubah pada PDF, snapshot, bukti, atau jejak audit: ditemukan dan disebut."""

import re
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.utils import timezone

from core import jangkar, keutuhan
from core.models import AuditEvent
from documents import render
from documents.actions import advance
from documents.models import Snapshot, TandaTangan
from documents.snapshot import digest
from kinerja.models import BuktiRealisasi
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def sah(lkjip, users, kepala, isi, pdf):
    advance(lkjip, langkah="submit", by=users["operator"])
    advance(lkjip, langkah="approve", by=users["kepala_bidang"])
    return advance(lkjip, langkah="sign", by=kepala, password=factories.SANDI)


def check(perintah):
    galat = StringIO()
    with pytest.raises(CommandError, match="kerusakan ditemukan"):
        call_command(perintah, stderr=galat)
    return galat.getvalue()


def test_semua_utuh(sah):
    keutuhan.seal("Bahan uji disusun di luar pintu menulis.")
    keluaran = StringIO()
    call_command("verify_documents", stdout=keluaran)
    call_command("verify_audit", stdout=keluaran)
    assert "Semua dokumen utuh" in keluaran.getvalue()
    assert "Rantai audit dan barisnya utuh" in keluaran.getvalue()


def test_bita_pdf_berubah(sah):
    path = Path(settings.MEDIA_ROOT) / sah.pengesahan.pdf
    path.chmod(0o600)
    path.write_bytes(path.read_bytes().replace(b"uji", b"ujj"))
    pesan = check("verify_documents")
    assert sah.pengesahan.pdf in pesan
    assert "isinya telah berubah" in pesan


def test_pdf_hilang(sah):
    (Path(settings.MEDIA_ROOT) / sah.pengesahan.pdf).unlink()
    assert "hilang" in check("verify_documents")


def test_ujung_jejak_tercetak_pada_naskah(lkjip, users, kepala, isi, pdf, monkeypatch):
    """Kejadian terakhir sebelum ditandatangani, dan baris tanda tangannya menyebut yang sama."""
    advance(lkjip, langkah="submit", by=users["operator"])
    hasil = advance(lkjip, langkah="approve", by=users["kepala_bidang"])
    sebelum = jangkar.ujung(hasil.kabupaten_kode)
    tercetak = []
    monkeypatch.setattr(render, "html", lambda template, isi: tercetak.append(isi["cap"]) or "x")
    advance(lkjip, langkah="sign", by=kepala, password=factories.SANDI)
    sifat = "Disahkan dalam sistem, tanpa sertifikat elektronik"
    assert tercetak[0]["keadaan"] == f"{sifat} · jejak audit {sebelum}"
    assert re.fullmatch(r"#\d+ [0-9a-f]{4}(-[0-9a-f]{4}){3}", str(sebelum))
    assert TandaTangan.objects.get().jejak == sebelum
    assert jangkar.ujung(hasil.kabupaten_kode).nomor > sebelum.nomor


def test_jejak_yang_tercetak_diubah(sah, without_triggers):
    """Jejak yang ditulis ulang tidak lagi memuat ujung yang ada pada naskah di tangan orang."""
    titik = TandaTangan.objects.get().jejak
    assert titik.is_ada
    AuditEvent.objects.filter(kabupaten=titik.kabupaten, nomor=titik.nomor).update(hash="0" * 64)
    pesan = check("verify_documents")
    assert f"memuat jejak audit {titik} yang hilang atau berubah" in pesan
    halaman = Client().get(f"/verifikasi/{sah.pengesahan.kode}/").content.decode()
    assert "Tidak ada lagi pada jejak audit kantor ini" in halaman


def test_bita_snapshot_berubah(sah, without_triggers):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE documents_snapshot SET content = replace(content, '1', '2')")
    assert str(Snapshot.objects.get()) in check("verify_documents")


def test_bukti_berubah(sah):
    realisasi = factories.make_realisasi(factories.make_indikator(sah.kabupaten))
    path = Path(settings.MEDIA_ROOT) / "bukti/x.pdf"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"%PDF-lain")
    BuktiRealisasi.objects.create(
        realisasi=realisasi, berkas="bukti/x.pdf", nama="bukti.pdf", ukuran=9,
        sha256=digest(b"%PDF-asli"), uploaded_by="x", uploaded_at=timezone.now(),
    )  # fmt: skip
    assert "bukti.pdf" in check("verify_documents")


def test_baris_audit_berubah(sah, without_triggers):
    kejadian = AuditEvent.objects.order_by("nomor")[1]
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE core_auditevent SET actor = 'orang lain' WHERE id = %s", [kejadian.pk]
        )
    assert f"#{kejadian.nomor}" in check("verify_audit")
