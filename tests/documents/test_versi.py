"""Rilis yang mengubah bentuk isi: naskah lama tidak disalahkan, fakta yang berubah ketahuan."""

from dataclasses import dataclass, replace
from typing import Any, ClassVar

import pytest
from django.urls import reverse
from django.utils import timezone

from core.audit import Refused
from documents import jenis
from documents.actions import advance
from documents.models import Snapshot
from documents.printing import isi_naskah
from documents.snapshot import digest
from documents.workflow import Status
from tests import factories
from tests.documents.conftest import IsiUji
from villages.models import BerkasIkk

pytestmark = pytest.mark.django_db
LABEL = "kinerja.Lkjip"


@dataclass(frozen=True)
class IsiRilisBaru(IsiUji):
    """Rilis berikutnya menambah satu fakta dengan bawaan."""

    sumber: str = ""


@dataclass(frozen=True)
class IsiVersiDua:
    """Rilis berikutnya mengganti nama satu fakta."""

    VERSI: ClassVar[int] = 2

    nilai: str


def rilis(monkeypatch: pytest.MonkeyPatch, **ubah: Any) -> None:
    monkeypatch.setitem(jenis._JENIS, LABEL, replace(jenis._JENIS[LABEL], **ubah))


@pytest.fixture
def disetujui(lkjip, users, isi, pdf):
    diajukan = advance(lkjip, langkah="submit", by=users["operator"])
    return advance(diajukan, langkah="approve", by=users["kepala_bidang"])


@pytest.fixture
def sah(disetujui, kepala):
    return advance(disetujui, langkah="sign", by=kepala, password=factories.SANDI)


def test_kunci_baru_tidak_menyalahkan_naskah_sah(sah, isi, monkeypatch):
    rilis(monkeypatch, isi=IsiRilisBaru)
    isi["isi"] = IsiRilisBaru("1", sumber="baru")
    assert sah.differences(sah.reading().isi) == []
    assert isi_naskah(sah) == IsiRilisBaru("1")
    isi["isi"] = IsiRilisBaru("2", sumber="baru")
    assert sah.differences(sah.reading().isi) == ["angka"]


def test_kunci_baru_tidak_menahan_yang_disetujui(disetujui, kepala, isi, monkeypatch):
    rilis(monkeypatch, isi=IsiRilisBaru)
    isi["isi"] = IsiRilisBaru("1", sumber="baru")
    hasil = advance(disetujui, langkah="sign", by=kepala, password=factories.SANDI)
    assert hasil.status == Status.DITANDATANGANI
    assert hasil.snapshot.content == '{"angka":"1","nomor":"","versi":1}'


def test_fakta_yang_berubah_tetap_menahan(disetujui, kepala, isi, monkeypatch):
    rilis(monkeypatch, isi=IsiRilisBaru)
    isi["isi"] = IsiRilisBaru("2", sumber="baru")
    with pytest.raises(Refused, match=r"Data telah berubah sejak dokumen diajukan \(angka\)"):
        advance(disetujui, langkah="sign", by=kepala, password=factories.SANDI)


def test_versi_lama_dibawa_ke_bentuk_kini(disetujui, kepala, isi, monkeypatch):
    rilis(monkeypatch, isi=IsiVersiDua, lift={1: lambda lama: {"nilai": lama["angka"]}})
    isi["isi"] = IsiVersiDua("1")
    assert isi_naskah(disetujui) == IsiVersiDua("1")
    hasil = advance(disetujui, langkah="sign", by=kepala, password=factories.SANDI)
    assert hasil.status == Status.DITANDATANGANI


@pytest.mark.parametrize("jalan", ["preview", "pdf"])
def test_isi_beku_yang_tidak_terbaca_dikatakan(disetujui, client_for, monkeypatch, jalan):
    rilis(monkeypatch, isi=IsiVersiDua)
    halaman = client_for("operator").get(
        reverse(f"kinerja:lkjip_{jalan}", args=[disetujui.pk]), follow=True
    )
    assert halaman.status_code == 200
    assert "Cetakan tidak tersedia: Isi beku versi 1" in halaman.content.decode()


def test_rincian_naskah_yang_isi_bekunya_tidak_terbaca(sah, client_for, monkeypatch):
    rilis(monkeypatch, isi=IsiVersiDua)
    halaman = client_for("operator").get(sah.get_absolute_url()).content.decode()
    assert "Data kini berbeda dari naskah yang sudah ditandatangani (Isi beku versi 1" in halaman


RUSAK = {
    '{"judul":"Uji","versi":2}': "Kunci kurang pada isi: tahun, nomor",
    '{"judul":"Uji"}': "Isi beku versi 1 tidak berbentuk semestinya",
    '{"judul":': "Isi beku bukan JSON yang utuh",
    "[1]": "Isi beku bukan objek JSON",
    '{"versi":"2"}': "versi berisi",
}


@pytest.fixture(params=RUSAK)
def rusak(request, banyuasin, users):
    """Naskah yang diajukan dengan isi beku rusak."""
    now, operator = timezone.now(), users["operator"]
    snapshot = Snapshot.objects.create(
        kabupaten=banyuasin, document="villages.BerkasIkk", document_id=1, version=1,
        content=request.param, sha256=digest("x"), created_at=now, created_by="uji",
    )  # fmt: skip
    return BerkasIkk.objects.create(
        kabupaten=banyuasin,
        tahun=2023,
        status="diajukan",
        snapshot=snapshot,
        submitted_by=operator,
        submitted_at=now,
    )


@pytest.mark.parametrize("jalan", ["preview", "pdf", "xlsx"])
def test_cetakan_dan_lembar_dari_isi_beku_yang_rusak(rusak, client_for, jalan):
    url = reverse(f"villages:berkasikk_{jalan}", args=[rusak.pk])
    halaman = client_for("operator").get(url, follow=True)
    assert halaman.status_code == 200
    assert f"Cetakan tidak tersedia: {RUSAK[rusak.snapshot.content]}" in halaman.content.decode()


def test_menyetujui_isi_beku_yang_rusak(rusak, client_for):
    url = reverse("villages:berkasikk_advance", args=[rusak.pk, "approve"])
    halaman = client_for("kepala_bidang").post(url)
    assert halaman.status_code == 200
    assert RUSAK[rusak.snapshot.content] in halaman.content.decode()
    assert BerkasIkk.objects.get(pk=rusak.pk).status == Status.DIAJUKAN


def test_menandatangani_isi_beku_yang_tidak_terbaca(disetujui, kepala, client, monkeypatch):
    rilis(monkeypatch, isi=IsiVersiDua)
    client.force_login(kepala)
    url = reverse("kinerja:lkjip_advance", args=[disetujui.pk, "sign"])
    halaman = client.post(url, {"password": factories.SANDI})
    assert halaman.status_code == 200
    assert "Isi beku versi 1" in halaman.content.decode()
