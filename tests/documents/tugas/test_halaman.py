"""Halaman tugas: kemajuan, hasil, batal dan ulang; PDF LKjIP diminta, ditunggu, lalu dibuka."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from core.models import AuditEvent
from documents import render
from documents.actions.kerja import claim, work
from documents.actions.tugas import cancel
from documents.models import Tugas
from documents.render import RenderFailed
from tests import factories

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7 uji"
HTMX = {"HX-Request": "true"}


@pytest.fixture
def operator(users):
    return users["operator"]


@pytest.fixture
def pencetak(monkeypatch):
    """Pencetak tiruan yang berkabar; isi tiap cetakannya."""
    dicetak = []

    def cetak(html, pantau):
        pantau(1, 2)
        dicetak.append(html)
        return PDF

    monkeypatch.setattr(render, "pdf", cetak)
    return dicetak


@pytest.fixture
def antrean_lkjip(daftarkan):
    daftarkan(is_diantrekan=True)


def alamat(halaman, row):
    return reverse(f"kinerja:lkjip_{halaman}", args=[row.pk])


def berkas(jawaban):
    """Isi berkas yang dialirkan; dibaca habis agar tertutup."""
    return b"".join(jawaban.streaming_content)


def test_diminta_dicetak_sekali_lalu_dibuka(
    client_for, lkjip, antrean_lkjip, pencetak, django_capture_on_commit_callbacks
):
    client = client_for("operator")
    halaman = client.get(alamat("detail", lkjip))
    assert alamat("cetak", lkjip) in halaman.content.decode()
    assert client.get(alamat("pdf", lkjip)).url == lkjip.get_absolute_url()
    minta = client.post(alamat("cetak", lkjip))
    tugas = Tugas.objects.get()
    assert minta.url == tugas.get_absolute_url()
    menunggu = client.get(minta.url).content.decode()
    assert 'hx-trigger="every 1s"' in menunggu
    assert '<noscript><meta http-equiv="refresh"' in menunggu
    assert client.post(alamat("cetak", lkjip)).url == minta.url
    work.call()
    selesai = client.get(minta.url).content.decode()
    assert "every 1s" not in selesai and "http-equiv" not in selesai
    hasil = client.get(reverse("documents:tugas_hasil", args=[tugas.pk]))
    assert berkas(hasil) == PDF
    assert hasil["Content-Type"] == "application/pdf"
    assert client.post(alamat("cetak", lkjip)).url == alamat("pdf", lkjip)
    assert client.get(alamat("pdf", lkjip)).content == PDF
    assert len(pencetak) == 1


def test_salinan_word_diminta_lalu_diunduh(client_for, lkjip, monkeypatch):
    """Tidak tergantung cara PDF-nya dicetak; isinya HTML cetak yang sama."""
    tertulis = []

    def write(html, pantau):
        tertulis.append(html)
        return b"PK uji"

    monkeypatch.setattr(render, "docx", write)
    client = client_for("operator")
    assert alamat("salinan", lkjip) in client.get(alamat("detail", lkjip)).text
    tugas = client.post(alamat("salinan", lkjip)).url
    work.call()
    hasil = client.post(alamat("salinan", lkjip)).url
    assert hasil == reverse("documents:tugas_hasil", args=[Tugas.objects.get().pk])
    unduhan = client.get(hasil)
    assert berkas(unduhan) == b"PK uji"
    assert "salinan-draf-" in unduhan["Content-Disposition"]
    assert "Salinan Word" in client.get(tugas).text
    assert len(tertulis) == 1
    assert "belum ditandatangani" in tertulis[0]


def test_htmx_berpindah_dengan_kepala(client_for, lkjip, antrean_lkjip):
    jawaban = client_for("operator").post(alamat("cetak", lkjip), headers=HTMX)
    assert jawaban["HX-Redirect"] == Tugas.objects.get().get_absolute_url()


def test_isi_yang_berubah_dicetak_lagi(client_for, lkjip, antrean_lkjip, pencetak, monkeypatch):
    client = client_for("operator")
    client.post(alamat("cetak", lkjip))
    # berubah sebelum sempat dikerjakan: yang tercetak isi kini
    monkeypatch.setattr("documents.actions.cetak.print_html", lambda naskah: "isi baru")
    work.call()
    assert pencetak == ["isi baru"]
    assert client.get(alamat("pdf", lkjip)).content == PDF
    monkeypatch.setattr("documents.actions.cetak.print_html", lambda naskah: "isi lain")
    assert client.get(alamat("pdf", lkjip)).status_code == 302
    client.post(alamat("cetak", lkjip))
    assert Tugas.objects.active().count() == 1


def test_berkas_yang_hilang_diminta_lagi(client_for, lkjip, antrean_lkjip, pencetak):
    client = client_for("operator")
    client.post(alamat("cetak", lkjip))
    work.call()
    tugas = Tugas.objects.get()
    tugas.berkas.storage.delete(tugas.berkas.name)
    hasil = client.get(reverse("documents:tugas_hasil", args=[tugas.pk]))
    assert hasil.url == tugas.get_absolute_url()
    client.post(alamat("cetak", lkjip))
    assert Tugas.objects.active().count() == 1


def test_cetakan_gagal_menyebut_sebabnya(client_for, lkjip, antrean_lkjip, monkeypatch):
    def gagal(html, pantau):
        raise RenderFailed("Pencetakan PDF melebihi batas waktu.")

    monkeypatch.setattr(render, "pdf", gagal)
    client = client_for("operator")
    client.post(alamat("cetak", lkjip))
    work.call()
    halaman = client.get(Tugas.objects.get().get_absolute_url()).content.decode()
    assert "Pencetakan PDF melebihi batas waktu." in halaman
    assert "Ulangi" in halaman


def test_naskah_yang_sudah_dihapus(client_for, lkjip, antrean_lkjip):
    client_for("operator").post(alamat("cetak", lkjip))
    lkjip.delete()
    work.call()
    assert Tugas.objects.get().galat == "Naskahnya sudah dihapus."


def test_antrean_penuh_dikatakan(client_for, lkjip, antrean_lkjip, monkeypatch):
    monkeypatch.setattr("documents.actions.tugas.TERBANYAK", 0)
    jawaban = client_for("operator").post(alamat("cetak", lkjip), follow=True)
    assert "tunggu sebagian selesai" in jawaban.content.decode()


def langkah(client, tugas, nama):
    return client.post(reverse(f"documents:tugas_{nama}", args=[tugas.pk]), follow=True)


def test_batal_lalu_ulang(client_for, minta, operator):
    client, tugas = client_for("operator"), minta(operator)
    assert "Tugas dibatalkan." in langkah(client, tugas, "batal").content.decode()
    assert "sudah dibatalkan" in langkah(client, tugas, "batal").content.decode()
    assert "Tugas diantrekan lagi." in langkah(client, tugas, "ulang").content.decode()
    assert Tugas.objects.get().status == "menunggu"


def test_tugas_orang_lain_hanya_diatur_admin(client_for, minta, operator):
    tugas = minta(operator)
    halaman = client_for("kepala_bidang").get(tugas.get_absolute_url()).content.decode()
    assert "Batalkan" not in halaman
    assert langkah(client_for("kepala_bidang"), tugas, "batal").status_code == 403
    assert AuditEvent.objects.filter(action="ditolak").count() == 1
    langkah(client_for("admin"), tugas, "batal")
    assert Tugas.objects.get().status == "dibatalkan"


def test_hasil_hanya_bagi_yang_berhak_atas_subjeknya(client_for, minta, operator):
    tugas = minta(operator)
    work.call()
    Tugas.objects.update(hak="accounts.view_user")
    alamat_hasil = reverse("documents:tugas_hasil", args=[tugas.pk])
    assert client_for("operator").get(alamat_hasil).status_code == 403
    assert (
        "Buka hasilnya" not in client_for("operator").get(tugas.get_absolute_url()).content.decode()
    )
    assert berkas(client_for("admin").get(alamat_hasil)) == b"a;b\n"


def test_kantor_lain_tidak_melihatnya(client, minta, operator, merangin):
    tugas = minta(operator)
    client.force_login(factories.make_user("admin", merangin))
    assert client.get(tugas.get_absolute_url()).status_code == 404
    assert langkah(client, tugas, "batal").status_code == 404


def test_potongan_htmx_dan_daftar(client_for, minta, operator):
    minta(operator)
    tugas = claim()
    Tugas.objects.update(maju=12, dari=25)
    client = client_for("operator")
    potongan = client.get(tugas.get_absolute_url(), headers=HTMX).content.decode()
    assert "<html" not in potongan
    assert '<progress value="12" max="25"' in potongan
    assert (
        "Membaca: baris 12 dari 25" in client.get(reverse("documents:tugas_list")).content.decode()
    )
    cancel(tugas, by=operator)
    assert "berhenti di sini" in client.get(tugas.get_absolute_url(), headers=HTMX).content.decode()


def test_antrean_tanpa_pekerja_dikatakan(client_for, minta, operator):
    """Yang baru diminta belum; yang giliran lain sedang dikerjakan juga tidak."""
    tugas = minta(operator)
    halaman = client_for("operator")
    assert "Belum ada pekerja" not in halaman.get(tugas.get_absolute_url()).content.decode()
    lama = timezone.now() - timedelta(minutes=2)
    Tugas.objects.filter(pk=tugas.pk).update(diminta_at=lama)
    assert "Belum ada pekerja" in halaman.get(tugas.get_absolute_url()).content.decode()
    lain = minta(operator, "lain")
    sampai = timezone.now() + timedelta(minutes=1)
    Tugas.objects.filter(pk=lain.pk).update(status="berjalan", klaim="x", sampai=sampai)
    assert "Belum ada pekerja" not in halaman.get(tugas.get_absolute_url()).content.decode()
