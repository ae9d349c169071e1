"""Beberapa pihak menandatangani berurutan; kunci berlingkup dan pembukaannya."""

import datetime
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from core import door
from core.audit import Refused
from core.models import AuditEvent
from documents import jenis, signing
from documents.actions import Denied, advance, open_lock
from documents.actions.workflow import refuse_if_not_next
from documents.models import Kunci, Pembukaan, TandaTangan
from documents.workflow import BIASA, Langkah, Status
from kinerja.models import Lkjip
from tests import factories
from tests.documents.conftest import IsiUji

pytestmark = pytest.mark.django_db
SANDI = factories.SANDI


@pytest.fixture
def pihak(lkjip, users, kepala, pdf, banyuasin, daftarkan):
    """Naskah disetujui dengan dua pihak: kepala bidang lebih dahulu, lalu kepala dinas."""
    bidang = users["kepala_bidang"]
    bidang.pejabat = factories.make_pejabat(
        banyuasin, nama="Kepala Bidang Uji", jabatan="Kepala Bidang", is_kepala=False
    )
    bidang.save()
    daftarkan(signers=lambda naskah: [bidang.pejabat, kepala.pejabat])
    advance(lkjip, langkah="submit", by=users["operator"])
    return advance(lkjip, langkah="approve", by=users["kepala_bidang"])


def test_berurutan_dan_sah_sesudah_pihak_terakhir(pihak, users, kepala):
    satu = advance(pihak, langkah="sign", by=users["kepala_bidang"], password=SANDI)
    assert (satu.status, satu.pengesahan) == (Status.DISETUJUI, None)
    assert not Kunci.objects.exists()
    dua = advance(pihak, langkah="sign", by=kepala, password=SANDI)
    assert dua.status == Status.DITANDATANGANI
    nama = list(TandaTangan.objects.of(dua.snapshot).values_list("nama", flat=True))
    assert nama == ["Kepala Bidang Uji", kepala.pejabat.nama]
    assert {t.kode for t in TandaTangan.objects.all()} == {dua.pengesahan.kode}
    assert dua.pengesahan.penanda_tangan == kepala.pejabat.nama
    notes = (
        AuditEvent.objects.filter(action="alur").order_by("nomor").values_list("note", flat=True)
    )
    assert list(notes)[-2:] == [
        "Kepala Bidang Uji menandatangani.",
        f"{kepala.pejabat.nama} menandatangani.",
    ]


def test_bukan_giliran(pihak, users, kepala):
    with pytest.raises(Denied, match="Sekarang giliran Kepala Bidang Uji"):
        advance(pihak, langkah="sign", by=kepala, password=SANDI)
    advance(pihak, langkah="sign", by=users["kepala_bidang"], password=SANDI)
    with pytest.raises(Denied, match="bukan pihak yang gilirannya"):
        advance(pihak, langkah="sign", by=users["kepala_bidang"], password=SANDI)
    assert TandaTangan.objects.count() == 1


def test_langkah_yang_tampak_mengikuti_giliran(pihak, users, kepala):
    assert Langkah.SIGN in pihak.langkah_bagi(users["kepala_bidang"])
    assert Langkah.SIGN not in pihak.langkah_bagi(kepala)
    assert Lkjip.objects.waiting_for(users["operator"]) == []
    advance(pihak, langkah="sign", by=users["kepala_bidang"], password=SANDI)
    assert pihak in Lkjip.objects.waiting_for(kepala)


def test_pengaju_boleh_menjadi_pihak_tetapi_tidak_menyetujui(
    lkjip, users, kepala, pdf, banyuasin, daftarkan
):
    operator = users["operator"]
    operator.pejabat = factories.make_pejabat(banyuasin, nama="Pelaksana Uji", is_kepala=False)
    operator.save()
    daftarkan(signers=lambda naskah: [operator.pejabat, kepala.pejabat])
    advance(lkjip, langkah="submit", by=operator)
    with pytest.raises(Denied):
        advance(lkjip, langkah="approve", by=operator)
    advance(lkjip, langkah="approve", by=users["kepala_bidang"])
    advance(lkjip, langkah="sign", by=operator, password=SANDI)
    assert TandaTangan.objects.get().signed_by == operator


def test_dua_kiriman_tanda_tangan_yang_sama(pihak, users, monkeypatch):
    """Yang kedua mencetak sebelum yang pertama tersimpan: ditolak, tidak tercatat dua kali."""
    from documents.actions import workflow

    siap = workflow.prepare_signature(pihak, users["kepala_bidang"], SANDI, "")
    advance(pihak, langkah="sign", by=users["kepala_bidang"], password=SANDI)
    monkeypatch.setattr(workflow, "prepare_signature", lambda *args: siap)
    with pytest.raises(Refused, match="sudah menandatangani"):
        advance(pihak, langkah="sign", by=users["kepala_bidang"], password=SANDI)


def test_pengembalian_mengulang_tanda_tangan(pihak, users, kepala):
    advance(pihak, langkah="sign", by=users["kepala_bidang"], password=SANDI)
    kembali = advance(pihak, langkah="return", by=kepala, note="Perbaiki target.")
    assert kembali.status == Status.DRAFT
    advance(pihak, langkah="submit", by=users["operator"], note="Targetnya sudah benar.")
    ulang = advance(pihak, langkah="approve", by=users["kepala_bidang"])
    assert ulang.next_party() == users["kepala_bidang"].pejabat


def test_yang_pernah_ditandatangani_tidak_dihapus(pihak, users, kepala):
    """Dikembalikan menggugurkan tanda tangan, tidak melepas catatannya dari naskahnya."""
    advance(pihak, langkah="sign", by=users["kepala_bidang"], password=SANDI)
    kembali = advance(pihak, langkah="return", by=kepala, note="Perbaiki target.")
    with pytest.raises(Refused, match="pernah ditandatangani, jadi tidak dihapus"):
        door.delete(kembali, by=users["operator"])
    assert Lkjip.objects.filter(pk=pihak.pk).exists()
    assert TandaTangan.objects.of(kembali.snapshot).count() == 1


def test_naskah_tanpa_reviu(pihak, users, kepala):
    for by in (users["kepala_bidang"], kepala):
        sah = advance(pihak, langkah="sign", by=by, password=SANDI)
    assert sah.langkah_bagi(users["inspektorat"]) == []
    with pytest.raises(Refused, match="tidak tersedia"):
        advance(pihak, langkah="review", by=users["inspektorat"], note="Sudah.")


@pytest.mark.skipif(shutil.which("pdfsig") is None, reason="perlu poppler-utils")
def test_dua_sertifikat_pada_satu_pdf(pihak, users, kepala, monkeypatch):
    """Tanda tangan kedua di atas yang pertama; program lain menyatakan keduanya utuh."""
    from documents import render

    monkeypatch.undo()
    jenis_naskah = replace(
        jenis._JENIS["kinerja.Lkjip"],
        layout=None,
        template="documents/verify_unknown.html",
        read=lambda naskah: None,
        isi=IsiUji,
        lift={},
        compose=lambda naskah, facts: IsiUji("1"),
        missing=lambda naskah, facts, isi: [],
        uji=(),
        signers=lambda naskah: [users["kepala_bidang"].pejabat, kepala.pejabat],
        workflow=lambda naskah: BIASA,
    )
    monkeypatch.setitem(jenis._JENIS, "kinerja.Lkjip", jenis_naskah)
    asli = render.pdf("<html><body><p>Naskah uji</p></body></html>")
    monkeypatch.setattr(render, "pdf", lambda html: asli)
    for user in (users["kepala_bidang"], kepala):
        signing.create_certificate(user.pejabat.nip, user.pejabat.nama, "DPMD", "frasa-sandi-uji")
        sah = advance(pihak, langkah="sign", by=user, password=SANDI, passphrase="frasa-sandi-uji")
    berkas = Path(settings.MEDIA_ROOT) / sah.pengesahan.pdf
    teks = subprocess.run(
        ["pdfsig", "-nocert", berkas], capture_output=True, text=True, check=False
    ).stdout
    assert teks.count("Signature is Valid") == 2
    assert sah.pengesahan.is_pades


def test_halaman_verifikasi_menyebut_semua_pihak(pihak, users, kepala, client):
    for by in (users["kepala_bidang"], kepala):
        sah = advance(pihak, langkah="sign", by=by, password=SANDI)
    halaman = client.get(reverse("documents:verify", args=[sah.pengesahan.kode])).content.decode()
    assert "Kepala Bidang Uji" in halaman
    assert kepala.pejabat.nama in halaman


@pytest.fixture
def naskah_sah(pihak, users, kepala):
    for by in (users["kepala_bidang"], kepala):
        sah = advance(pihak, langkah="sign", by=by, password=SANDI)
    return sah


def buka(naskah_sah, kepala, **lain):
    isi = {"tahun": naskah_sah.tahun, "lingkup": "", "alasan": "Koreksi Inspektorat"}
    isi["sampai"] = timezone.now() + datetime.timedelta(hours=2)
    return open_lock(kabupaten=naskah_sah.kabupaten, by=kepala, **isi | lain)


def test_kunci_dibuka_lalu_tertutup_sendiri(naskah_sah, kepala, monkeypatch):
    target = factories.make_target(factories.make_indikator(naskah_sah.kabupaten))
    assert "terkunci oleh" in target.sebab_lock()
    pembukaan = buka(naskah_sah, kepala)
    assert target.sebab_lock() == ""
    assert pembukaan.is_active
    assert "Koreksi Inspektorat" in pembukaan.sebab()
    event = AuditEvent.objects.get(model="documents.Pembukaan")
    assert (event.note, event.actor) == ("Dibuka: Koreksi Inspektorat", str(kepala))
    nanti = timezone.now() + datetime.timedelta(hours=3)
    monkeypatch.setattr(timezone, "now", lambda: nanti)
    assert "terkunci oleh" in target.sebab_lock()
    assert not pembukaan.is_active


def test_pembukaan_yang_tidak_pada_tempatnya(naskah_sah, kepala):
    with pytest.raises(Refused, match="tidak terkunci"):
        buka(naskah_sah, kepala, tahun=2010)
    for sampai in (
        timezone.now() - datetime.timedelta(hours=1),
        timezone.now() + datetime.timedelta(days=15),
    ):
        with pytest.raises(Refused, match="Waktu tutup"):
            buka(naskah_sah, kepala, sampai=sampai)
    assert not Pembukaan.objects.exists()


def test_lingkup_hanya_mengunci_barisnya(lkjip, users, kepala, pdf, monkeypatch, daftarkan):
    daftarkan(locks=lambda naskah: ("idm",))
    for langkah, by, password in (
        ("submit", users["operator"], ""), ("approve", users["kepala_bidang"], ""),
        ("sign", kepala, SANDI),
    ):  # fmt: skip
        sah = advance(lkjip, langkah=langkah, by=by, password=password)
    target = factories.make_target(factories.make_indikator(lkjip.kabupaten))
    assert target.sebab_lock() == ""
    monkeypatch.setattr(type(target), "lingkup", ("idm",))
    assert target.sebab_lock().startswith("Indeks Desa tahun 2023 terkunci oleh")
    assert str(sah) in target.sebab_lock()


def test_halaman_pembukaan(naskah_sah, client_for):
    kepala = client_for("kepala_dinas")
    url = reverse("documents:pembukaan_create")
    waktu = timezone.localtime() + datetime.timedelta(hours=3)
    isian = {"tahun": naskah_sah.tahun, "lingkup": "", "alasan": "Koreksi", "kiriman": "a"}
    salah = kepala.post(url, isian | {"sampai": "besok"})
    assert "Waktu tidak dikenali" in salah.content.decode()
    assert kepala.post(url, isian | {"sampai": f"{waktu:%d/%m/%Y %H.%M}"}).status_code == 302
    assert "Koreksi" in kepala.get(reverse("documents:pembukaan_list") + "?tahun=").content.decode()
    assert "Koreksi" in kepala.get("/").content.decode()
    assert client_for("operator").get(url).status_code == 403


def test_naskah_sah_menyebut_data_yang_berubah(naskah_sah, isi, client_for):
    assert naskah_sah.differences(naskah_sah.reading().isi) == []
    isi["isi"] = IsiUji("2")
    assert naskah_sah.differences(naskah_sah.reading().isi) == ["angka"]
    halaman = client_for("operator").get(naskah_sah.get_absolute_url()).content.decode()
    assert "Data kini berbeda dari naskah yang sudah ditandatangani (angka)" in halaman


def test_semua_pihak_sudah_menandatangani(pihak, kepala, monkeypatch):
    """Tidak ada lagi giliran yang dapat disebut."""
    monkeypatch.setattr(type(pihak), "next_party", lambda naskah: None)
    with pytest.raises(Denied, match=r"menandatangani naskah ini\.$"):
        refuse_if_not_next(pihak, kepala.pejabat, pihak.tanggal)
