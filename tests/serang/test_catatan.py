"""Catatan peladen: satu baris tiap penolakan, tanpa data orang; tiap 403 ada di jejak audit."""

import logging
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from accounts.models import User
from core.models import AuditEvent
from tests.factories import SANDI

pytestmark = pytest.mark.django_db
MASUK = "/akun/masuk/"
RAHASIA = "isian-rahasia"


def semua_catatan(caplog: pytest.LogCaptureFixture) -> str:
    """Sebagaimana ditulis pada peladen: lewat saringan dan bentuk bawaannya."""
    bentuk, baris = logging.Formatter(), []
    saring = settings.LOGGING["filters"]["satu_baris"]["callback"]
    for record in caplog.records:
        assert saring(record)
        baris.append(bentuk.format(record))
    assert not [satu for satu in baris if "\n" in satu]
    return "\n".join(baris)


@pytest.mark.parametrize(
    ("minta", "status"),
    [
        (lambda c: c.get("/akun/pengguna/", {"q": RAHASIA}), 403),
        (lambda c: c.get("/tidak-ada/", {"nip": RAHASIA}), 404),
        (lambda c: c.get("/akun/bidang/", {"ekspor": RAHASIA}), 400),
        (lambda c: c.put("/akun/bidang/", RAHASIA), 405),
        (lambda c: c.post("/akun/tahun/", {"tahun": RAHASIA}), 302),
        (lambda c: c.post("/belum-melapor/", {"unit": RAHASIA}), 403),
        (lambda c: c.get("/verifikasi/isian-rahasia/"), 404),
        (lambda c: c.get("/", headers={"Host": "jahat.example"}), 400),
    ],
)
def test_penolakan_satu_baris_tanpa_data_orang(
    client_for: Callable[[str], Client],
    users: dict[str, User],
    caplog: pytest.LogCaptureFixture,
    minta: Callable[[Client], Any],
    status: int,
) -> None:
    with caplog.at_level(logging.INFO):
        jawaban = minta(client_for("operator"))
    assert jawaban.status_code == status
    tulisan = semua_catatan(caplog)
    orang = users["operator"]
    disebut = {RAHASIA, orang.username, str(orang), "127.0.0.1"} - {""}
    if "verifikasi" in jawaban.wsgi_request.path:
        disebut -= {RAHASIA}  # kode naskah bukan data orang
    assert [satu for satu in disebut if satu in tulisan] == []


def test_salah_masuk_tidak_menyebut_orangnya(
    users: dict[str, User], caplog: pytest.LogCaptureFixture
) -> None:
    """Sampai akunnya terkunci sementara; juga sesudah masuk dengan benar."""
    orang = users["operator"]
    with caplog.at_level(logging.INFO):
        for _ in range(settings.AXES_FAILURE_LIMIT + 1):
            Client().post(MASUK, {"username": orang.username, "password": RAHASIA})
        lain = {"username": users["admin"].username, "password": SANDI}
        assert Client().post(MASUK, lain).status_code == 302
    tulisan = semua_catatan(caplog)
    for satu in (orang.username, users["admin"].username, RAHASIA, SANDI, "127.0.0.1"):
        assert satu not in tulisan


def test_tiap_403_ada_di_jejak(client_for: Callable[[str], Client]) -> None:
    """Juga halaman berupa fungsi; sekali saja."""
    client = client_for("operator")
    for alamat in (reverse("belum_melapor"), reverse("accounts:tim")):
        assert client.post(alamat, {"unit": "semua"}).status_code == 403
    ditolak = AuditEvent.objects.filter(action="ditolak").order_by("pk")
    assert [satu.note.rsplit(": ", 1)[1] for satu in ditolak] == ["/belum-melapor/", "/akun/tim/"]


def test_tanda_formulir_yang_basi_berkalimat(users: dict[str, User]) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(users["operator"])
    jawaban = client.post("/akun/tahun/", {"tahun": "2023"})
    assert jawaban.status_code == 403
    assert "Muat ulang halamannya, lalu kirim lagi." in jawaban.content.decode()
    assert not AuditEvent.objects.filter(action="ditolak").exists()
