"""Pernyataan Telah Direviu: dibuat pereviu, berkop Inspektorat, ditandatangani Inspektur."""

import datetime
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from pyhanko.pdf_utils.reader import PdfFileReader

from accounts.models import User
from core.audit import Refused
from core.models import AuditEvent
from documents import printing, render
from documents.actions import Denied, advance
from documents.workflow import Status
from kinerja.models import BagianLkjip, Lkjip, PernyataanReviu
from tests.terbaca import isi_tak_terbaca, prosa_tak_terbaca

pytestmark = pytest.mark.django_db
SANDI = "desa-membangun-2023"


@pytest.fixture
def akun(kabupaten):
    return {user.username: user for user in User.objects.filter(kabupaten=kabupaten)}


@pytest.fixture
def lkjip(kabupaten):
    return Lkjip.objects.get(kabupaten=kabupaten, tahun=2023)


@pytest.fixture
def pereviu(akun):
    client = Client()
    client.force_login(akun["inspektorat"])
    return client


@pytest.fixture
def pernyataan(kabupaten, lkjip):
    return PernyataanReviu.objects.create(
        kabupaten=kabupaten,
        tahun=2023,
        lkjip=lkjip,
        nomor="700/1/2024",
        tanggal=datetime.date(2024, 1, 20),
    )


def approve(lkjip, akun, note=""):
    advance(lkjip, langkah="submit", by=akun["operator"], note=note)
    return advance(lkjip, langkah="approve", by=akun["kepala.bidang"])


def test_dibuat_pereviu_dengan_tahun_lkjip(pereviu, lkjip):
    url = reverse("kinerja:pernyataanreviu_create")
    assert (
        f'<option value="{lkjip.pk}" selected>'
        in pereviu.get(f"{url}?lkjip={lkjip.pk}").content.decode()
    )
    isian = {"lkjip": lkjip.pk, "nomor": "700/1/2024", "tanggal": "20 Januari 2024", "kiriman": "a"}
    assert pereviu.post(url, isian).status_code == 302
    dibuat = PernyataanReviu.objects.get()
    assert (dibuat.tahun, dibuat.lkjip) == (2023, lkjip)
    assert AuditEvent.objects.filter(action="tambah", model="kinerja.PernyataanReviu").count() == 1
    kedua = pereviu.post(url, isian | {"kiriman": "b"})
    assert "LKjIP itu sudah punya pernyataan" in kedua.content.decode()


def test_yang_kurang_disebut(pernyataan, akun):
    with pytest.raises(Refused, match="LKjIP 2023 Kabupaten Banyuasin belum disetujui"):
        advance(pernyataan, langkah="submit", by=akun["inspektorat"])
    PernyataanReviu.objects.update(tanggal=datetime.date(2010, 1, 1))
    assert "Tidak ada kepala Inspektorat yang menjabat pada tanggal dokumen." in (
        PernyataanReviu.objects.get().reading().missing
    )


def test_kop_dan_kalimatnya(pernyataan):
    html = printing.print_html(pernyataan)
    assert '<p class="kop-dinas">Inspektorat</p>' in html
    assert "Pemerintah Kabupaten Banyuasin" in html
    assert (
        "Laporan Kinerja Instansi Pemerintah Dinas Pemberdayaan Masyarakat dan Desa "
        "Kabupaten Banyuasin" in html
    )
    assert (
        "keyakinan terbatas laporan kinerja telah disajikan secara akurat, andal, dan valid" in html
    )
    assert "Inspektur Banyuasin" in html


@pytest.mark.sekali("rupa PDF; isinya diuji lewat halaman pada keduanya")
def test_satu_halaman(pernyataan):
    html = printing.print_html(pernyataan)
    pdf = printing.print_pdf(pernyataan)
    reader = PdfFileReader(BytesIO(pdf))
    assert prosa_tak_terbaca(html, pdf) == []
    assert isi_tak_terbaca(printing.isi_naskah(pernyataan), pdf) == []
    assert reader.root["/Pages"]["/Count"] == 1


def test_diajukan_ditandatangani_dan_diperiksa(pernyataan, lkjip, akun, pereviu, monkeypatch):
    monkeypatch.setattr(render, "pdf", lambda html: b"%PDF-1.7 uji")
    monkeypatch.setattr("documents.signing.has_certificate", lambda nip: False)
    approve(lkjip, akun)
    diajukan = advance(pernyataan, langkah="submit", by=akun["inspektorat"])
    for by in (akun["kepala.dinas"], akun["inspektorat"], akun["operator"]):
        with pytest.raises(Denied):
            advance(diajukan, langkah="sign", by=by, password=SANDI)
    assert diajukan in PernyataanReviu.objects.waiting_for(akun["inspektur"])
    sah = advance(diajukan, langkah="sign", by=akun["inspektur"], password=SANDI)
    assert sah.status == Status.DITANDATANGANI
    assert sah.locks == ()
    umum = Client().get(reverse("documents:verify", args=[sah.pengesahan.kode])).content.decode()
    assert "Inspektur Banyuasin" in umum
    halaman = pereviu.get(lkjip.get_absolute_url()).content.decode()
    assert f'href="{sah.get_absolute_url()}"' in halaman
    assert AuditEvent.objects.filter(action="ditolak", model="kinerja.PernyataanReviu").count() == 3


def test_lkjip_yang_dikembalikan_dan_disunting_menahan_tanda_tangan(
    pernyataan, lkjip, akun, monkeypatch
):
    monkeypatch.setattr(render, "pdf", lambda html: b"%PDF-1.7 uji")
    monkeypatch.setattr("documents.signing.has_certificate", lambda nip: False)
    disetujui = approve(lkjip, akun)
    diajukan = advance(pernyataan, langkah="submit", by=akun["inspektorat"])
    assert diajukan.reading().isi.direviu.isi_lkjip == disetujui.snapshot.sha256
    draf = advance(disetujui, langkah="return", by=akun["kepala.dinas"], note="Perbaiki.")
    with pytest.raises(
        Refused, match=r"Data telah berubah sejak dokumen diajukan \(direviu › isi lkjip\)"
    ):
        advance(diajukan, langkah="sign", by=akun["inspektur"], password=SANDI)
    approve(draf, akun, "Sudah diperiksa; datanya memang demikian.")
    assert diajukan.differences(PernyataanReviu.objects.get().reading().isi) == []
    lain = advance(
        Lkjip.objects.get(pk=draf.pk), langkah="return", by=akun["kepala.dinas"], note="Perbaiki."
    )
    BagianLkjip.objects.filter(pk=lain.bagian.first().pk).update(
        isi="Isi yang disunting sesudah direviu."
    )
    approve(lain, akun)
    with pytest.raises(Refused, match="isi lkjip"):
        advance(diajukan, langkah="sign", by=akun["inspektur"], password=SANDI)
    assert PernyataanReviu.objects.get().status == Status.DIAJUKAN


def test_operator_melihat_tetapi_tidak_menulis(pernyataan, akun):
    client = Client()
    client.force_login(akun["operator"])
    assert client.get(pernyataan.get_absolute_url()).status_code == 200
    assert client.get(reverse("kinerja:pernyataanreviu_create")).status_code == 403
    assert (
        client.get(reverse("kinerja:pernyataanreviu_update", args=[pernyataan.pk])).status_code
        == 403
    )
    assert (
        client.get(
            reverse("kinerja:pernyataanreviu_advance", args=[pernyataan.pk, "submit"])
        ).status_code
        == 403
    )
