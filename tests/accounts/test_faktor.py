"""Faktor kedua: dipasang, diminta saat masuk, diganti kode pemulihan, dilepas."""

import time
from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from accounts.actions import kunci_faktor, tak_terbuka
from accounts.backends import FaktorAdapter
from accounts.models import User
from core.models import AuditEvent

pytestmark = pytest.mark.django_db
RAHASIA = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
FAKTOR = reverse("mfa_authenticate")
KEAMANAN = reverse("mfa_index")
KODE = "mfa_view_recovery_codes"


def kode(rahasia: str = RAHASIA) -> str:
    return str(format_hotp_value(hotp_value(rahasia, int(time.time()) // 30)))


@pytest.fixture
def bertotp(users: dict[str, User]) -> User:
    """Operator dengan aplikasi kode dan kode pemulihannya."""
    user = users["operator"]
    TOTP.activate(user, RAHASIA)
    RecoveryCodes.activate(user)
    return user


def is_masuk(client: Client) -> bool:
    return client.get(KEAMANAN).status_code == 200


def test_password_alone_is_not_enough(masuk: Callable[..., Client], bertotp: User) -> None:
    client = masuk("operator")
    assert not is_masuk(client)
    assert not AuditEvent.objects.filter(action="masuk").exists()
    assert "Faktor kedua" in client.get(FAKTOR).content.decode()
    assert client.post(FAKTOR, {"code": "000000"}).status_code == 200
    assert not is_masuk(client)
    ditolak = AuditEvent.objects.get(action="ditolak")
    assert (ditolak.actor, ditolak.note) == (str(bertotp), "kode faktor kedua keliru")


def test_totp_code_completes_the_login(masuk: Callable[..., Client], bertotp: User) -> None:
    client = masuk("operator")
    jawaban = client.post(FAKTOR, {"code": kode()})
    assert (jawaban.status_code, jawaban["Location"]) == (302, "/")
    assert is_masuk(client)
    assert AuditEvent.objects.get(action="masuk").actor == str(bertotp)
    # kode yang sama tidak diterima dua kali, juga oleh proses peladen lain yang ingatannya sendiri
    cache.clear()
    kedua = masuk("operator")
    kedua.post(FAKTOR, {"code": kode()})
    assert not is_masuk(kedua)


def test_recovery_code_is_used_once(masuk: Callable[..., Client], bertotp: User) -> None:
    row = Authenticator.objects.get(user=bertotp, type="recovery_codes")
    satu = row.wrap().get_unused_codes()[0]
    client = masuk("operator")
    assert client.post(FAKTOR, {"code": satu}).status_code == 302
    assert is_masuk(client)
    kedua = masuk("operator")
    assert kedua.post(FAKTOR, {"code": satu}).status_code == 200
    assert not is_masuk(kedua)


def test_wrong_codes_are_limited(masuk: Callable[..., Client], bertotp: User) -> None:
    client = masuk("operator")
    for _ in range(5):
        client.post(FAKTOR, {"code": "000000"})
    halaman = client.post(FAKTOR, {"code": kode()})
    assert "Terlalu banyak percobaan" in halaman.content.decode()
    assert not is_masuk(client)


def test_second_step_needs_the_first(client: Client, bertotp: User) -> None:
    assert client.get(FAKTOR)["Location"] == reverse("account_login")
    assert client.post(FAKTOR, {"code": kode()}).status_code == 302
    assert not is_masuk(client)


def test_deactivated_between_the_steps(masuk: Callable[..., Client], bertotp: User) -> None:
    client = masuk("operator")
    User.objects.filter(pk=bertotp.pk).update(is_active=False)
    client.post(FAKTOR, {"code": kode()})
    assert not is_masuk(client)


def test_installed_from_the_page(masuk: Callable[..., Client], users: dict[str, User]) -> None:
    client = masuk("operator")
    address = reverse("mfa_activate_totp")
    rahasia = client.get(address).context["form"].secret
    assert client.post(address, {"code": "000000"}).context["form"].errors
    jawaban = client.post(address, {"code": kode(rahasia)})
    assert jawaban["Location"] == reverse(KODE)
    shown = client.get(reverse(KODE)).content.decode()
    codes = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()
    assert len(codes) == 10
    assert all(code in shown for code in codes)
    assert codes[0] not in client.get(reverse(KODE)).content.decode()
    event = AuditEvent.objects.exclude(action="masuk").get()
    assert (event.note, event.actor) == ("memasang aplikasi kode", str(users["operator"]))
    assert rahasia not in str(Authenticator.objects.get(type="totp").data)


def test_removed_and_codes_renewed_from_the_page(
    masuk: Callable[..., Client], bertotp: User
) -> None:
    client = masuk("operator")
    client.post(FAKTOR, {"code": kode()})
    before = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()
    baru = reverse("mfa_generate_recovery_codes")
    assert "tidak berlaku lagi" in client.get(baru).content.decode()
    assert client.post(baru)["Location"] == reverse(KODE)
    assert Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes() != before
    lepas = reverse("mfa_deactivate_totp")
    assert client.get(lepas).status_code == 200
    assert client.post(lepas)["Location"] == KEAMANAN
    assert not Authenticator.objects.filter(user=bertotp).exists()
    notes = AuditEvent.objects.filter(action="ubah").values_list("note", flat=True)
    assert set(notes) == {"membuat kode pemulihan baru", "melepas aplikasi kode"}


def test_changing_it_asks_the_password_again(client_for: Callable[[str], Client]) -> None:
    client = client_for("operator")  # sesi yang tidak baru saja menyebut kata sandinya
    address = reverse("mfa_activate_totp")
    lagi = reverse("account_reauthenticate")
    assert client.get(address)["Location"].startswith(lagi)
    assert client.get(lagi).status_code == 200
    assert client.post(lagi, {"password": "salah"}).context["form"].errors
    isian = {"password": "kata-sandi-uji-panjang", "next": address}
    lama = client.session.session_key
    jawaban = client.post(lagi, isian)
    assert client.session.session_key != lama
    assert jawaban.status_code == 302, jawaban.context["form"].errors
    assert jawaban["Location"] == address
    assert client.get(address).status_code == 200


def test_passkey_page_offers_a_challenge(masuk: Callable[..., Client]) -> None:
    client = masuk("operator")
    address = reverse("mfa_add_webauthn")
    halaman = client.get(address)
    options = halaman.context["js_data"]["creation_options"]["publicKey"]
    assert options["user"]["name"] == "operator-16.07"
    assert "'unsafe-inline'" not in halaman.headers["Content-Security-Policy"]
    palsu = {"name": "Palsu", "credential": "{}"}
    assert client.post(address, palsu).context["form"].errors
    assert not Authenticator.objects.exists()


def test_another_users_passkey_is_out_of_reach(
    masuk: Callable[..., Client], users: dict[str, User]
) -> None:
    kunci = Authenticator.objects.create(user=users["admin"], type="webauthn", data={"name": "x"})
    client = masuk("operator")
    address = reverse("mfa_remove_webauthn", args=[kunci.pk])
    assert client.post(address).status_code == 404
    assert Authenticator.objects.filter(pk=kunci.pk).exists()


def test_secret_is_unreadable_with_another_key(settings: Any) -> None:
    tersandi = FaktorAdapter().encrypt(RAHASIA)
    assert FaktorAdapter().decrypt(tersandi) == RAHASIA
    settings.SECRET_KEY = "lain-" + "y" * 60
    assert FaktorAdapter().decrypt(tersandi) != RAHASIA


def test_keys_of_the_installation_it_came_from(
    masuk: Callable[..., Client], bertotp: User, settings: Any, tmp_path: Any
) -> None:
    """Dipulihkan di peladen lain: dengan kuncinya kode lama diterima, tanpa itu disebut akunnya."""
    settings.DATA_DIR = tmp_path
    asal = kunci_faktor()
    assert tak_terbuka() == []
    settings.SECRET_KEY = "kunci peladen lain"
    assert tak_terbuka() == [bertotp.username]
    (tmp_path / "jejak").mkdir()
    (tmp_path / "jejak/faktor").write_text("\n".join(asal))
    assert tak_terbuka() == []
    client = masuk("operator")
    client.post(FAKTOR, {"code": kode()})
    assert is_masuk(client)


def test_lifted_from_the_command_line(bertotp: User) -> None:
    """Bila tidak seorang pun dapat masuk; salah satu nama yang keliru membatalkan semuanya."""
    with pytest.raises(CommandError, match="Tidak ada akun bernama tiada"):
        call_command("lepas_faktor", bertotp.username, "tiada")
    assert Authenticator.objects.filter(user=bertotp).exists()
    call_command("lepas_faktor", bertotp.username)
    assert not Authenticator.objects.filter(user=bertotp).exists()
    event = AuditEvent.objects.get(note="melepas faktor kedua")
    assert event.actor == "perintah lepas_faktor"
