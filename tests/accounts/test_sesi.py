"""Sesi yang terbuka: didaftar, diakhiri pemiliknya atau admin; kewajiban sesudah masuk."""

from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from allauth.usersessions.models import UserSession
from django.test import Client
from django.urls import reverse

from accounts.middleware import SELANG
from accounts.models import User
from accounts.peramban import sebutan
from core.models import AuditEvent
from tests.factories import SANDI

pytestmark = pytest.mark.django_db
KEAMANAN = reverse("mfa_index")
AKHIRI = reverse("accounts:sesi_akhiri")
BERANDA = reverse("beranda")
SANDI_BARU = "gunung-lautan-77-biru"
CHROME = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36"


def is_masuk(client: Client) -> bool:
    return client.get(KEAMANAN).status_code == 200


@pytest.mark.parametrize(
    ("user_agent", "nama"),
    [
        (CHROME, "Chrome di Windows"),
        (f"{CHROME} Edg/140.0", "Edge di Windows"),
        ("Mozilla/5.0 (Android 15; Mobile) Firefox/141.0", "Firefox di Android"),
        ("curl/8.5", "Peramban tidak dikenal"),
    ],
)
def test_browser_is_named(user_agent: str, nama: str) -> None:
    assert sebutan(user_agent) == nama


def test_sessions_are_listed_and_one_is_ended(masuk: Callable[..., Client]) -> None:
    kantor = masuk("operator", HTTP_USER_AGENT=CHROME)
    warung = masuk("operator", REMOTE_ADDR="203.0.113.9")
    halaman = kantor.get(KEAMANAN)
    assert "203.0.113.9" in halaman.content.decode()
    assert "Chrome di Windows" in halaman.content.decode()
    assert [satu["is_kini"] for satu in halaman.context["sesi"]] == [False, True]
    kantor.post(AKHIRI, {"sesi": halaman.context["sesi"][0]["pk"]})
    assert (is_masuk(warung), is_masuk(kantor)) == (False, True)
    assert AuditEvent.objects.latest("nomor").note == "mengakhiri 1 sesi"


def test_all_others_at_once(masuk: Callable[..., Client]) -> None:
    satu, dua, tiga = (masuk("operator") for _ in range(3))
    satu.post(AKHIRI, {"sesi": "lain"})
    assert [is_masuk(tiap) for tiap in (satu, dua, tiga)] == [True, False, False]
    before = AuditEvent.objects.count()
    satu.post(AKHIRI, {"sesi": "lain"})
    assert AuditEvent.objects.count() == before


def test_session_of_another_user_and_nonsense(masuk: Callable[..., Client]) -> None:
    admin, operator = masuk("admin"), masuk("operator")
    asing = UserSession.objects.get(user__username="admin-16.07")
    sendiri = UserSession.objects.get(user__username="operator-16.07")
    for pilihan in (asing.pk, sendiri.pk, 0, "", "x"):
        assert operator.post(AKHIRI, {"sesi": pilihan}).status_code == 404
    assert is_masuk(admin)


def test_ending_a_session_asks_the_password_again(
    masuk: Callable[..., Client], client_for: Callable[[str], Client]
) -> None:
    lain = masuk("operator")
    jawaban = client_for("operator").post(AKHIRI, {"sesi": "lain"})
    assert jawaban["Location"] == f"{reverse('account_reauthenticate')}?next={KEAMANAN}"
    assert is_masuk(lain)


def test_session_ends_after_its_time_even_when_used(
    client_for: Callable[[str], Client], settings: Any
) -> None:
    client = client_for("operator")
    assert is_masuk(client)
    kini = client.session.get_expiry_age()
    assert kini == settings.SESSION_COOKIE_AGE < settings.SESI_TERLAMA
    sesi = client.session
    sesi["dipakai"] -= SELANG + 1
    sesi.save()
    client.get(KEAMANAN)
    assert client.session["dipakai"] > sesi["dipakai"]  # disimpan lagi: bermasa penuh lagi
    sesi = client.session
    sesi["sejak"] -= settings.SESI_TERLAMA + 1
    sesi.save()
    assert not is_masuk(client)
    assert client.session.session_key != sesi.session_key


def test_admin_ends_all_sessions_of_an_account(
    masuk: Callable[..., Client], users: dict[str, User]
) -> None:
    operator, admin = masuk("operator"), masuk("admin")
    detail = reverse("accounts:user_detail", args=[users["operator"].pk])
    assert "1 sesi terbuka" in admin.get(detail).content.decode()
    admin.post(reverse("accounts:user_sesi", args=[users["operator"].pk]))
    assert not is_masuk(operator)


def test_password_change_keeps_only_this_session(masuk: Callable[..., Client]) -> None:
    sini, sana = masuk("operator"), masuk("operator")
    isian = {"old_password": SANDI, "new_password1": SANDI_BARU, "new_password2": SANDI_BARU}
    sini.post(reverse("accounts:password_change"), isian)
    assert (is_masuk(sini), is_masuk(sana)) == (True, False)
    assert len(sini.get(KEAMANAN).context["sesi"]) == 1


def test_new_password_must_differ_and_guessing_is_limited(masuk: Callable[..., Client]) -> None:
    client = masuk("operator")
    address = reverse("accounts:password_change")
    sama = {"old_password": SANDI, "new_password1": SANDI, "new_password2": SANDI}
    assert "sama dengan yang lama" in client.post(address, sama).content.decode()
    salah = sama | {"old_password": "tebakan"}
    semua_jawaban = [client.post(address, salah).status_code for _ in range(5)]
    assert semua_jawaban[-1] == 429
    baru = dict.fromkeys(sama, SANDI_BARU) | {"old_password": SANDI}
    assert client.post(address, baru).status_code == 429


def test_typed_password_is_changed_before_anything_else(
    client_for: Callable[[str], Client], users: dict[str, User]
) -> None:
    User.objects.filter(pk=users["operator"].pk).update(is_sandi_sementara=True)
    client = client_for("operator")
    sandi = reverse("accounts:password_change")
    for jalan in (BERANDA, KEAMANAN, reverse("accounts:bidang_list")):
        assert client.get(jalan)["Location"] == sandi
    assert "diketik orang lain" in client.get(sandi).content.decode()
    assert client.get(reverse("documents:verify_start")).status_code == 200
    isian = {"old_password": SANDI, "new_password1": SANDI_BARU, "new_password2": SANDI_BARU}
    client.post(sandi, isian)
    assert client.get(BERANDA).status_code == 200


class TestWajib:
    @pytest.fixture(autouse=True)
    def pemasangan(self, settings: Any) -> None:
        settings.FAKTOR_KEDUA_WAJIB = True

    @pytest.mark.parametrize("peran", ["admin", "inspektorat", "kepala_bidang", "kepala_daerah"])
    def test_role_that_needs_a_second_factor(
        self, client_for: Callable[[str], Client], users: dict[str, User], peran: str
    ) -> None:
        client = client_for(peran)
        assert client.get(BERANDA)["Location"] == KEAMANAN
        assert "memerlukan faktor kedua" in client.get(KEAMANAN).content.decode()
        assert client.get(reverse("mfa_activate_totp")).status_code == 302  # sandi lagi
        TOTP.activate(users[peran], "JBSWY3DPEHPK3PXP")
        assert client.get(BERANDA).status_code == 200

    def test_operator_is_free(self, client_for: Callable[[str], Client]) -> None:
        assert client_for("operator").get(BERANDA).status_code == 200


def test_forbidden_page_is_one_log_line(
    client_for: Callable[[str], Client], caplog: pytest.LogCaptureFixture
) -> None:
    from dpmd.settings import satu_baris

    client_for("operator").get(reverse("accounts:user_list"))
    (record,) = [satu for satu in caplog.records if satu.name == "django.request"]
    assert satu_baris(record)
    assert record.exc_info is None
    record.status_code, record.exc_info = 500, (None, None, None)
    assert satu_baris(record)
    assert record.exc_info is not None
