"""Masuk, keluar, ganti sandi, kunci sementara, dan tahun kerja."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from core.keutuhan import verify_chains
from core.models import AuditEvent
from tests.factories import SANDI

pytestmark = pytest.mark.django_db
MASUK = "/akun/masuk/"
BARU = "gunung-lautan-77-biru"


def login(client: Client, username: str, password: str = SANDI, address: str = "10.0.0.1") -> int:
    sent = {"username": username, "password": password}
    return client.post(MASUK, sent, REMOTE_ADDR=address).status_code


def test_login_is_recorded(client: Client, users: dict[str, User]) -> None:
    assert login(client, "operator-16.07") == 302
    event = AuditEvent.objects.get()
    assert (event.action, event.actor, event.kabupaten) == ("masuk", "Operator 16.07", "16.07")
    assert not list(verify_chains())


def test_wrong_password_says_so_and_records_no_login(
    client: Client, users: dict[str, User]
) -> None:
    halaman = client.post(MASUK, {"username": "operator-16.07", "password": "salah"})
    assert halaman.status_code == 200
    assert halaman.context["form"].errors
    assert not AuditEvent.objects.exists()


def test_inactive_user_cannot_log_in(client: Client, users: dict[str, User]) -> None:
    User.objects.filter(username="operator-16.07").update(is_active=False)
    assert login(client, "operator-16.07") == 200


def test_repeated_wrong_password_locks_that_name_from_that_address(
    client: Client, users: dict[str, User]
) -> None:
    semua_jawaban = [login(client, "operator-16.07", "salah") for _ in range(5)]
    assert semua_jawaban == [200, 200, 200, 200, 429]
    locked = client.post(
        MASUK, {"username": "operator-16.07", "password": SANDI}, REMOTE_ADDR="10.0.0.1"
    )
    assert locked.status_code == 429
    assert "terkunci sementara" in locked.content.decode()
    assert (
        login(client, "operator-16.07", address="10.0.0.2") == 302
    )  # orang itu sendiri, dari tempat lain
    assert login(Client(), "admin-16.07") == 302  # rekan sekantor, alamat yang sama


def test_lock_behind_a_proxy_follows_the_visitor_not_the_proxy(
    client: Client, users: dict[str, User], settings: Any
) -> None:
    settings.TRUSTED_PROXIES = ["127.0.0.1"]
    isian = {"username": "kepala_dinas-16.07", "password": "salah"}
    for nomor in range(5):  # kepala karangan tidak memindahkan hitungannya
        asal = f"192.0.2.{nomor}, 203.0.113.9"
        jawaban = client.post(MASUK, isian, HTTP_X_FORWARDED_FOR=asal)
    assert jawaban.status_code == 429
    benar = isian | {"password": SANDI}
    assert client.post(MASUK, benar, HTTP_X_FORWARDED_FOR="203.0.113.9").status_code == 429
    assert client.post(MASUK, benar, HTTP_X_FORWARDED_FOR="198.51.100.7").status_code == 302


def test_login_goes_to_the_page_that_was_asked_but_never_outside(
    client: Client, users: dict[str, User]
) -> None:
    sent = {"username": "operator-16.07", "password": SANDI}
    assert client.post(MASUK, sent | {"next": "/akun/bidang/"})["Location"] == "/akun/bidang/"
    assert Client().post(MASUK, sent | {"next": "https://jahat.example/"})["Location"] == "/"


def test_logout_needs_a_post(client_for: Callable[[str], Client]) -> None:
    client = client_for("operator")
    assert client.get(reverse("accounts:logout")).status_code == 405
    client.post(reverse("accounts:logout"))
    assert client.get(reverse("accounts:bidang_list")).status_code == 302


def test_password_change_is_recorded(
    client_for: Callable[[str], Client], users: dict[str, User]
) -> None:
    sent = {"old_password": SANDI, "new_password1": BARU, "new_password2": BARU}
    address = reverse("accounts:password_change")
    client = client_for("operator")
    assert client.get(address).status_code == 200
    assert client.post(address, sent | {"old_password": "salah"}).status_code == 200
    assert not AuditEvent.objects.exists()
    assert client.post(address, sent).status_code == 302
    assert User.objects.get(pk=users["operator"].pk).check_password(BARU)
    assert AuditEvent.objects.get().note == "mengganti kata sandi"
    assert client.get(address).status_code == 200  # tetap masuk


def test_refused_password_change_is_a_form_error(
    client_for: Callable[[str], Client], users: dict[str, User], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(User, "sebab_lock", lambda self: "Akun ini terkunci.")
    sent = {"old_password": SANDI, "new_password1": BARU, "new_password2": BARU}
    halaman = client_for("operator").post(reverse("accounts:password_change"), sent)
    assert halaman.status_code == 200
    assert halaman.context["form"].non_field_errors() == ["Akun ini terkunci."]
    assert User.objects.get(pk=users["operator"].pk).check_password(SANDI)


def set_tahun(client: Client, tahun: str, target: str = "/akun/bidang/") -> str:
    jawaban = client.post(reverse("accounts:set_tahun"), {"tahun": tahun, "next": target})
    assert jawaban.status_code == 302
    return jawaban["Location"]


def tahun(client: Client) -> int:
    return client.get(reverse("accounts:bidang_list")).wsgi_request.tahun


def test_working_year_starts_with_the_office_and_follows_the_choice(
    client_for: Callable[[str], Client],
) -> None:
    client = client_for("operator")
    assert tahun(client) == 2023
    assert set_tahun(client, "2021") == "/akun/bidang/"
    assert tahun(client) == 2021


@pytest.mark.parametrize("teks", ["1999", "2100", "x", "", "2.021,5", "9" * 30])
def test_strange_year_is_refused(client_for: Callable[[str], Client], teks: str) -> None:
    client = client_for("operator")
    set_tahun(client, teks)
    halaman = client.get(reverse("accounts:bidang_list"))
    assert "Tahun kerja antara 2010 dan 2045." in halaman.content.decode()
    assert halaman.wsgi_request.tahun == 2023


def test_year_form_never_leads_outside(client_for: Callable[[str], Client]) -> None:
    assert set_tahun(client_for("operator"), "2022", "https://jahat.example/") == "/"


def test_year_form_needs_a_post(client_for: Callable[[str], Client]) -> None:
    assert client_for("operator").get(reverse("accounts:set_tahun")).status_code == 405


def test_tahun_berganti_begitu_dipilih(client_for):
    client = client_for("operator")
    isi = {"tahun": "2022", "next": "/akun/bidang/"}
    jawaban = client.post(reverse("accounts:set_tahun"), isi, headers={"HX-Request": "true"})
    assert jawaban["HX-Redirect"] == "/akun/bidang/"
    assert client.get("/akun/bidang/").context["tahun"] == 2022


def test_tahun_kalender_selalu_dapat_dipilih(client_for):
    client = client_for("operator")
    set_tahun(client, "2012")
    pilihan = client.get("/akun/bidang/").context["pilihan_tahun"]
    assert pilihan == sorted({*range(2006, 2015), timezone.localdate().year})
