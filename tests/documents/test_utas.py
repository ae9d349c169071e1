"""Utas: yang menjawab, yang memutuskan, buktinya, dan yang ditolak."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from accounts.models import User
from core.audit import Refused
from core.models import AuditEvent
from documents.actions import Denied, reply
from documents.models import Balasan
from documents.utas import LangkahUtas, StatusUtas, langkah_dari, status_sesudah
from kinerja.models import CatatanReviu
from tests.factories import make_catatan, make_reviu


def test_tabel_langkahnya():
    assert status_sesudah("terbuka", "jawab") is StatusUtas.DIJAWAB
    assert status_sesudah("terbuka", "terima") is None
    assert status_sesudah("diterima", "buka_lagi") is StatusUtas.DIBUKA_LAGI
    assert langkah_dari("dijawab") == [
        LangkahUtas.JAWAB,
        LangkahUtas.TERIMA,
        LangkahUtas.BUKA_LAGI,
    ]
    assert langkah_dari("asing") == []


@pytest.fixture
def akun(kabupaten):
    return {user.username: user for user in User.objects.filter(kabupaten=kabupaten)}


@pytest.fixture
def utas(kabupaten, akun):
    return make_catatan(make_reviu(kabupaten))


def berkas(isi=b"%PDF-1.4\n% uji\n"):
    return SimpleUploadedFile("bukti.pdf", isi, content_type="application/pdf")


@pytest.mark.django_db
def test_jawab_terima_buka_lagi(utas, akun):
    dijawab = reply(
        utas, langkah="jawab", isi=" Dari 22/27. ", berkas=[berkas()], by=akun["operator"]
    )
    assert (dijawab.status, dijawab.tindak_lanjut) == ("dijawab", "Dari 22/27.")
    balasan = dijawab.balasan().get()
    assert balasan.bukti.get().nama == "bukti.pdf"
    diterima = reply(utas, langkah="terima", isi="", by=akun["inspektorat"])
    assert (diterima.is_selesai, diterima.sebab_tak_terhapus() != "") == (True, True)
    lagi = reply(utas, langkah="buka_lagi", isi="Belum cukup.", by=akun["inspektorat"])
    assert (lagi.status, lagi.tindak_lanjut) == ("dibuka_lagi", "Dari 22/27.")
    assert [satu.langkah for satu in lagi.balasan()] == ["jawab", "terima", "buka_lagi"]
    kejadian = AuditEvent.objects.filter(model="kinerja.CatatanReviu", action="ubah")
    assert [satu.changes["status"] for satu in kejadian.order_by("nomor")] == [
        ["terbuka", "dijawab"],
        ["dijawab", "diterima"],
        ["diterima", "dibuka_lagi"],
    ]
    with pytest.raises(TypeError):
        balasan.delete()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("siapa", "langkah", "isi", "pesan"),
    [
        ("operator", "terima", "", "Peran Anda tidak berhak: terima jawabannya"),
        ("inspektorat", "jawab", "x", "Peran Anda tidak berhak: jawab"),
        ("kepala.daerah", "jawab", "x", "Peran Anda tidak berhak"),
        ("operator.merangin", "jawab", "x", "Milik kabupaten lain"),
    ],
)
def test_yang_tidak_berhak_ditolak_dan_tercatat(utas, siapa, langkah, isi, pesan):
    by = User.objects.get(username=siapa)
    with pytest.raises(Denied, match=pesan):
        reply(utas, langkah=langkah, isi=isi, by=by)
    assert AuditEvent.objects.filter(action="ditolak", actor=str(by)).exists()
    assert not Balasan.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("siapa", "langkah", "isi", "pesan"),
    [
        ("operator", "jawab", "  ", "Isi balasan wajib ditulis"),
        ("inspektorat", "terima", "", "Statusnya terbuka; langkah ini tidak tersedia"),
        ("inspektorat", "hapus", "", "Langkah “hapus” tidak dikenal"),
    ],
)
def test_yang_keliru_disebut(utas, akun, siapa, langkah, isi, pesan):
    with pytest.raises(Refused, match=pesan):
        reply(utas, langkah=langkah, isi=isi, by=akun[siapa])


@pytest.mark.django_db
def test_kantor_lain_tidak_menjawab(utas, akun):
    """Operator Inspektorat berperan menjawab, tetapi bukan kantor pemilik naskahnya."""
    operator = akun["operator"]
    operator.perangkat_daerah = akun["inspektorat"].perangkat_daerah
    assert utas.langkah_bagi(operator) == []
    with pytest.raises(Denied, match="hanya akun perangkat daerahnya"):
        reply(utas, langkah="jawab", isi="x", by=operator)


@pytest.mark.django_db
def test_jawaban_berbukti_wajib_bila_diminta(utas, akun, monkeypatch):
    monkeypatch.setattr(CatatanReviu, "perlu_bukti", True)
    reply(utas, langkah="jawab", isi="Sudah.", by=akun["operator"])
    with pytest.raises(Refused, match="belum berbukti"):
        reply(utas, langkah="terima", isi="", by=akun["inspektorat"])
    reply(utas, langkah="jawab", isi="Ini buktinya.", berkas=[berkas()], by=akun["operator"])
    assert reply(utas, langkah="terima", isi="", by=akun["inspektorat"]).is_selesai


@pytest.mark.django_db
def test_halamannya_menurut_giliran(utas, akun):
    url = reverse("kinerja:catatanreviu_balas", args=[utas.pk])
    dinas, pereviu = Client(), Client()
    dinas.force_login(akun["operator"])
    pereviu.force_login(akun["inspektorat"])
    assert pereviu.get(url).status_code == 302  # belum gilirannya
    assert dinas.get(url).status_code == 200
    kosong = dinas.post(url, {"langkah": "jawab", "isi": ""}).content.decode()
    assert "Isi balasan wajib ditulis." in kosong
    palsu = dinas.post(url, {"langkah": "terima", "isi": "x"})
    assert "langkah" in palsu.context["form"].errors
    rusak = berkas(b"bukan pdf")
    assert dinas.post(url, {"langkah": "jawab", "isi": "x", "bukti": [rusak]}).status_code == 200
    assert dinas.post(url, {"langkah": "jawab", "isi": "Sudah."}).status_code == 302
    rincian = pereviu.get(utas.get_absolute_url()).content.decode()
    assert "Terima jawabannya" in rincian
    assert pereviu.post(url, {"langkah": "terima", "isi": ""}).status_code == 302
    assert not dinas.get(utas.get_absolute_url()).context["form_balasan"]
