"""Berkas jahat lewat pintu unggahnya: ditolak dengan kalimat, dan tidak ada yang tersimpan.

Yang mengurainya proses anak berbatas 512 MB dan sekian detik prosesor (`core.terbatas.batasi`);
peladen webnya sendiri hampir tidak bekerja dan hampir tidak bertambah ingatannya.
"""

import resource
import time
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from accounts.models import Kabupaten, User
from core import gambar, svg
from core.models import AuditEvent
from documents import pembaca, signing
from documents.models import Impor
from tests import factories
from tests.accounts.bahan import sent
from tests.berkas_jahat import MIB, SEMUA
from villages.impor import batas

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.sekali("yang diuji pembacanya, sebelum basis data"),
]
PALING_SEDIKIT = 120
WEB_SECONDS = 2
WEB_MIB = 512
NIP = "197001011990011009"
Send = Callable[[str, bytes], Any]


@pytest.fixture
def pintu(
    client_for: Callable[[str], Client], users: dict[str, User], banyuasin: Kabupaten
) -> dict[str, Send]:
    """Pintu unggah → cara mengirim satu berkas ke sana."""
    factories.make_kecamatan(banyuasin, kode="16.07.01")
    kepala = users["kepala_dinas"]
    kepala.pejabat = factories.make_pejabat(banyuasin, nip=NIP, mulai="2020-01-01")
    kepala.save()
    operator, admin, penanda = map(client_for, ("operator", "admin", "kepala_dinas"))

    def ke(client: Client, alamat: str, isian: dict[str, Any], kolom: str = "berkas") -> Send:
        return lambda nama, data: client.post(
            alamat, isian | {kolom: SimpleUploadedFile(nama, data)}
        )

    dinas = banyuasin.dinas
    alamat_logo = reverse("accounts:perangkatdaerah_update", args=[dinas.pk])
    return {
        "lembar": ke(operator, "/wilayah/lembaga/isian/impor/?tahun=2023", {}),
        "batas": ke(admin, reverse("villages:batasdesa_load"), {"sumber": "Uji"}),
        "logo": ke(admin, alamat_logo, sent(dinas, users["admin"]), "logo"),
        "bukti": ke(operator, reverse("villages:kerjasama_create"), {}, "bukti"),
        "sertifikat": ke(penanda, reverse("documents:sertifikat"), {"passphrase": "frasa-uji"}),
        "rumusan": ke(operator, reverse("idm:rumusan_impor"), {}),
    }


@pytest.mark.parametrize("tempat", SEMUA)
def test_ditolak_dengan_kalimat(tempat: str, pintu: dict[str, Send], subtests: Any) -> None:
    for nama, create in SEMUA[tempat].items():
        with subtests.test(nama):
            data = create()
            kejadian = AuditEvent.objects.exclude(model="documents.Impor").count()
            ingatan = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            mulai = time.process_time()
            jawaban = pintu[tempat](nama, data)
            assert time.process_time() - mulai < WEB_SECONDS
            tambah = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - ingatan
            assert tambah < WEB_MIB * 1024
            assert jawaban.status_code in (200, 302)
            assert sebab(jawaban)
            assert AuditEvent.objects.exclude(model="documents.Impor").count() == kejadian
    assert not signing.has_certificate(NIP)


def sebab(jawaban: Any) -> str:
    """Kalimat penolakannya: pada formulirnya, atau pada impor yang ditolak."""
    if jawaban.status_code == 302:
        impor = Impor.objects.latest("pk")
        assert impor.status == Impor.StatusImpor.DITOLAK, impor.ubahan
        return str(impor.kesalahan)
    semua = [*jawaban.context["form"].errors.values(), *jawaban.context.get("masalah", ())]
    return " ".join(map(str, semua))


def test_banyaknya_dan_batas_pembacanya() -> None:
    assert sum(map(len, SEMUA.values())) >= PALING_SEDIKIT
    for modul in (pembaca, svg, gambar, batas):
        assert modul.MEMORY_BYTES <= 512 * MIB
