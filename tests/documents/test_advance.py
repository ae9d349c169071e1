"""`advance`: seluruhnya atau tidak sama sekali, dengan tiap alasan penolakannya."""

import dataclasses
import datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import Pejabat
from core import audit, door
from core.audit import Refused
from core.models import AuditEvent
from documents import printing, render, signing
from documents.actions import Denied, advance, workflow
from documents.models import Kunci, Pengesahan, Snapshot
from documents.render import pdf as render_pdf
from documents.snapshot import digest
from documents.uji import Temuan
from documents.workflow import DIREVIU_DULU, Status
from kinerja.models import Lkjip
from tests import factories
from tests.documents.conftest import IsiUji

pytestmark = pytest.mark.django_db


@pytest.fixture
def langkah(lkjip, users, kepala, isi, pdf):
    """Jalankan langkah berturut-turut: `langkah("submit", "approve")`."""
    users = users | {"kepala_dinas": kepala}
    pelaku = {
        "submit": "operator",
        "approve": "kepala_bidang",
        "sign": "kepala_dinas",
        "review": "inspektorat",
    }

    def jalankan(*semua_langkah):
        hasil = lkjip
        for langkah in semua_langkah:
            password = factories.SANDI if langkah == "sign" else ""
            note = "Telah direviu." if langkah == "review" else ""
            hasil = advance(
                hasil, langkah=langkah, by=users[pelaku[langkah]], password=password, note=note
            )
        return hasil

    return jalankan


def test_jalan_penuh(langkah, users, pdf, daftarkan):
    daftarkan(workflow=lambda naskah: DIREVIU_DULU)
    hasil = langkah("submit", "approve", "review", "sign")
    assert hasil.status == Status.DITANDATANGANI
    assert hasil.reviewed_by == users["inspektorat"]
    assert hasil.submitted_by == users["operator"]
    assert hasil.approved_by == users["kepala_bidang"]
    sah = hasil.pengesahan
    assert sah.pdf_sha256 == digest(pdf)
    assert (Path(settings.MEDIA_ROOT) / sah.pdf).read_bytes() == pdf
    assert sah.snapshot == hasil.snapshot
    assert Kunci.objects.get().pengesahan == sah
    moves = [
        e.changes["status"] for e in AuditEvent.objects.filter(action="alur").order_by("nomor")
    ]
    assert moves == [["draft", "diajukan"], ["diajukan", "disetujui"], ["disetujui", "direviu"],
                     ["direviu", "ditandatangani"]]  # fmt: skip


def test_pengajuan_membekukan_isi(langkah, isi):
    hasil = langkah("submit")
    assert hasil.snapshot.content == '{"angka":"1","nomor":"","versi":1}'
    assert hasil.snapshot.sha256 == digest(hasil.snapshot.content)


def test_yang_kurang_menahan_pengajuan(langkah, isi):
    isi["missing"] = ["Nomor dokumen belum diisi."]
    with pytest.raises(Refused, match="Nomor dokumen belum diisi"):
        langkah("submit")
    assert not Snapshot.objects.exists()


def test_temuan_yang_menahan(langkah, isi):
    isi["temuan"] = [
        Temuan("V11", "skala", "Skala bercelah.", is_blocking=True),
        Temuan("V2", "x", "Peringatan."),
    ]
    with pytest.raises(Refused, match="Skala bercelah") as galat:
        langkah("submit")
    assert "Peringatan" not in str(galat.value)


def test_temuan_peringatan_tidak_menahan(langkah, isi):
    isi["temuan"] = [Temuan("V2", "x", "Peringatan.")]
    assert langkah("submit").status == Status.DIAJUKAN


def test_peran_salah_ditolak_dan_dicatat(lkjip, users, isi):
    with pytest.raises(Denied, match="tidak berhak"):
        advance(lkjip, langkah="submit", by=users["inspektorat"])
    kejadian = AuditEvent.objects.get(action="ditolak")
    assert kejadian.actor == str(users["inspektorat"])
    assert Lkjip.objects.get().status == Status.DRAFT


def test_kabupaten_lain_ditolak_dan_dicatat_di_rantainya(lkjip, merangin, isi):
    orang = factories.make_user("operator", merangin)
    with pytest.raises(Denied, match="kabupaten lain"):
        advance(lkjip, langkah="submit", by=orang)
    assert AuditEvent.objects.get().kabupaten == "15.02"


@pytest.mark.parametrize("langkah", ["approve", "sign", "review", "return"])
def test_langkah_di_luar_urutan(lkjip, kepala, isi, pdf, langkah):
    with pytest.raises(Refused, match="berstatus draf"):
        advance(lkjip, langkah=langkah, by=kepala, note="x", password=factories.SANDI)


def test_pengaju_tidak_menyetujui_sendiri(langkah, users):
    hasil = langkah("submit")
    users["operator"].groups.add(*users["kepala_bidang"].groups.all())
    del users["operator"].peran
    with pytest.raises(Denied, match="Yang mengajukan"):
        advance(hasil, langkah="approve", by=users["operator"])


def test_pengembalian_wajib_catatan(langkah, users):
    hasil = langkah("submit")
    with pytest.raises(Refused, match="Catatan wajib"):
        advance(hasil, langkah="return", by=users["kepala_bidang"], note="  ")
    kembali = advance(hasil, langkah="return", by=users["kepala_bidang"], note="Perbaiki tabel 3.1")
    assert kembali.status == Status.DRAFT
    assert "Perbaiki tabel 3.1" in kembali.catatan
    ulang = advance(kembali, langkah="submit", by=users["operator"], note="Sudah benar.")
    assert ulang.snapshot.version == 2
    assert ulang.catatan == ""


def test_kepala_dinas_mengembalikan_yang_disetujui(langkah, kepala):
    hasil = advance(langkah("submit", "approve"), langkah="return", by=kepala, note="Tunda")
    assert (hasil.status, hasil.approved_by) == (Status.DRAFT, None)


def test_data_yang_berubah_menahan_persetujuan(langkah, isi):
    hasil = langkah("submit")
    isi["isi"] = IsiUji("2")
    with pytest.raises(Refused, match="Data telah berubah"):
        langkah("approve")
    assert Lkjip.objects.get(pk=hasil.pk).status == Status.DIAJUKAN


def test_data_yang_berubah_menahan_tanda_tangan(langkah, isi):
    langkah("submit", "approve")
    isi["isi"] = IsiUji("2")
    with pytest.raises(Refused, match="Data telah berubah"):
        langkah("sign")
    assert not Pengesahan.objects.exists()
    assert not Kunci.objects.exists()


def test_sandi_salah(langkah, kepala):
    hasil = langkah("submit", "approve")
    with pytest.raises(Denied, match="Kata sandi salah"):
        advance(hasil, langkah="sign", by=kepala, password="bukan")
    assert (
        AuditEvent.objects.filter(action="ditolak", note__contains="Kata sandi salah").count() == 1
    )


def test_penanda_tangan_tanpa_pejabat(langkah, kepala):
    hasil = langkah("submit", "approve")
    kepala.pejabat = None
    with pytest.raises(Refused, match="belum ditautkan"):
        advance(hasil, langkah="sign", by=kepala, password=factories.SANDI)


def test_penanda_tangan_tidak_menjabat_pada_tanggal_dokumen(langkah, kepala):
    hasil = langkah("submit", "approve")
    Pejabat.objects.filter(pk=kepala.pejabat_id).update(sampai=datetime.date(2023, 12, 31))
    with pytest.raises(Refused, match="tidak menjabat"):
        advance(hasil, langkah="sign", by=kepala, password=factories.SANDI)


def test_penanda_tangan_yang_masanya_berakhir_sesudah_tanggal_dokumen(langkah, kepala):
    """Menjabat pada tanggal dokumen, tidak lagi pada hari penandatanganan."""
    hasil = langkah("submit", "approve")
    kemarin = timezone.localdate() - datetime.timedelta(days=1)
    milik = Pejabat.objects.filter(pk=kepala.pejabat_id)
    assert hasil.tanggal < kemarin
    milik.update(sampai=kemarin)
    with pytest.raises(Refused, match="tidak menjabat lagi pada hari penandatanganan"):
        advance(hasil, langkah="sign", by=kepala, password=factories.SANDI)
    milik.update(sampai=timezone.localdate())
    assert advance(hasil, langkah="sign", by=kepala, password=factories.SANDI).is_signed


def test_isi_yang_berganti_selama_pencetakan(langkah, kepala, monkeypatch):
    hasil = langkah("submit", "approve")
    asli = workflow.prepare_signature

    def lambat(*args):
        siap = asli(*args)
        return dataclasses.replace(siap, snapshot_id=siap.snapshot_id + 1)

    monkeypatch.setattr(workflow, "prepare_signature", lambat)
    with pytest.raises(Refused, match="berganti selama pencetakan"):
        advance(hasil, langkah="sign", by=kepala, password=factories.SANDI)


def test_audit_yang_gagal_membatalkan_langkah(langkah, lkjip, monkeypatch):
    monkeypatch.setattr(audit, "record", lambda **kwargs: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        langkah("submit")
    assert Lkjip.objects.get().status == Status.DRAFT
    assert not Snapshot.objects.exists()


def test_dokumen_tanpa_kunci_tahun(langkah, daftarkan):
    daftarkan(locks=lambda naskah: ())
    langkah("submit", "approve", "sign")
    assert not Kunci.objects.exists()


def test_data_tahun_bertanda_tangan_menyebut_dokumennya(langkah, lkjip):
    target = factories.make_target(factories.make_indikator(lkjip.kabupaten))
    assert target.sebab_lock() == ""
    langkah("submit", "approve", "sign")
    assert f"terkunci oleh {lkjip} nomor {lkjip.nomor}" in target.sebab_lock()


def test_kendala_basis_data_menjaga_status(lkjip):
    for ubah in ({"status": "ditandatangani"}, {"status": "diajukan"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Lkjip.objects.filter(pk=lkjip.pk).update(**ubah)


def test_pengesahan_dan_snapshot_tidak_berubah_lewat_model(langkah):
    hasil = langkah("submit", "approve", "sign")
    for row in (hasil.pengesahan, hasil.snapshot):
        with pytest.raises(TypeError, match="tidak dapat"):
            row.save()
        with pytest.raises(TypeError, match="tidak dapat"):
            row.delete()


def test_draf_yang_sudah_diajukan_tidak_terhapus_lewat_salinan_lama(lkjip, langkah, users):
    salinan = Lkjip.objects.get(pk=lkjip.pk)
    langkah("submit")
    with pytest.raises(Refused, match="sudah diajukan"):
        door.delete(salinan, by=users["operator"])
    assert Lkjip.objects.get(pk=lkjip.pk).status == Status.DIAJUKAN
    assert not AuditEvent.objects.filter(action="hapus").exists()


def test_kode_verifikasi_berbeda_dan_berbentuk():
    kode = {printing.new_code() for _ in range(50)}
    assert len(kode) == 50
    assert all(len(k) == 19 and k.count("-") == 3 for k in kode)


def test_cetakan_memakai_snapshot_bukan_data_kini(langkah, isi, monkeypatch):
    terlihat = []
    monkeypatch.setattr(
        "documents.render.html", lambda template, context: terlihat.append(context) or "x"
    )
    hasil = langkah("submit")
    isi["isi"] = IsiUji("99")
    printing.print_html(hasil)
    assert terlihat[0]["p"] == IsiUji("1")
    hasil.status = Status.DRAFT
    printing.print_html(hasil)
    assert terlihat[1]["p"] == IsiUji("99")


def test_pdf_yang_sah_dibaca_dari_simpanan(langkah, pdf):
    assert printing.print_pdf(langkah("submit")) == pdf
    assert printing.print_pdf(langkah("approve", "sign")) == pdf


def test_tanda_tangan_dengan_sertifikat(langkah, kepala, monkeypatch):
    hasil = langkah("submit", "approve")
    signing.create_certificate(kepala.pejabat.nip, kepala.pejabat.nama, "DPMD", "frasa-sandi-uji")
    with pytest.raises(Denied, match="Frasa sandi"):
        advance(hasil, langkah="sign", by=kepala, password=factories.SANDI, passphrase="salah")
    asli = render_pdf("<!doctype html><title>Uji</title><p>Isi</p>")
    monkeypatch.setattr(render, "pdf", lambda html: asli)
    sah = advance(
        hasil, langkah="sign", by=kepala, password=factories.SANDI, passphrase="frasa-sandi-uji"
    ).pengesahan
    assert sah.is_pades
    assert (Path(settings.MEDIA_ROOT) / sah.pdf).read_bytes().startswith(asli)
