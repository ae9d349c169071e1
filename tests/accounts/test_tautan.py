"""Tautan akun: undangan dan kata sandi baru; lewat masa, terpakai, karangan, dan dua admin."""

import re
from collections.abc import Callable
from datetime import timedelta
from smtplib import SMTPException
from typing import Any

import pytest
from django.core import mail
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.actions import issue_tautan, kabar, redeem_tautan, revoke_tautan
from accounts.models import Tautan, User
from core.audit import Refused
from core.models import AuditEvent
from tests.factories import make_user

pytestmark = pytest.mark.django_db
KUAT = "gunung-lautan-77-biru"
ISIAN = {"new_password1": KUAT, "new_password2": KUAT}


def halaman(rahasia: str) -> str:
    return reverse("accounts:tautan", args=[rahasia])


@pytest.fixture
def tamu(users: dict[str, User]) -> User:
    """Akun yang baru dibuat, belum berkata sandi."""
    user = make_user("operator", users["admin"].kabupaten, username="tamu", email="tamu@contoh.id")
    user.set_unusable_password()
    user.save()
    return user


def test_admin_invites_and_the_invited_chooses_the_password(
    client_for: Callable[[str], Client], client: Client, tamu: User
) -> None:
    jawaban = client_for("admin").post(reverse("accounts:user_tautan", args=[tamu.pk]))
    assert jawaban.headers["Cache-Control"] == "no-store"
    (rahasia,) = re.findall(r"/akun/tautan/([\w-]+)/", jawaban.content.decode())
    row = Tautan.objects.get()
    assert (row.jenis, row.is_dipakai, rahasia in str(vars(row))) == ("undangan", False, False)
    assert "tamu" in client.get(halaman(rahasia)).content.decode()
    lemah = dict.fromkeys(ISIAN, "12345")
    assert client.post(halaman(rahasia), lemah).context["form"].errors
    assert client.post(halaman(rahasia), ISIAN)["Location"] == reverse("beranda")
    assert client.get(reverse("beranda")).status_code == 200
    assert User.objects.get(pk=tamu.pk).check_password(KUAT)
    row.refresh_from_db()
    assert row.is_dipakai
    rows = AuditEvent.objects.of(tamu).exclude(action="masuk")
    assert [row.note for row in rows] == ["memasang kata sandi lewat tautan dari Admin 16.07"]
    assert rahasia not in str(list(AuditEvent.objects.values_list("changes", "note")))
    # kedua kalinya tidak berlaku lagi
    assert client.get(halaman(rahasia)).status_code == 410
    assert client.post(halaman(rahasia), ISIAN).status_code == 410


@pytest.mark.parametrize("keadaan", ["lewat", "dicabut", "diganti", "nonaktif", "karangan"])
def test_link_that_no_longer_counts(
    client: Client, users: dict[str, User], tamu: User, keadaan: str
) -> None:
    rahasia = issue_tautan(pengguna=tamu, by=users["admin"])
    if keadaan == "lewat":
        kemarin = timezone.now() - timedelta(days=8)
        masa = kemarin + timedelta(days=7)
        Tautan.objects.update(dibuat_at=kemarin, berlaku_sampai=masa)
    elif keadaan == "dicabut":
        revoke_tautan(pengguna=tamu, by=users["admin"])
    elif keadaan == "diganti":
        issue_tautan(pengguna=tamu, by=users["admin"])
    elif keadaan == "nonaktif":
        User.objects.filter(pk=tamu.pk).update(is_active=False)
    else:
        rahasia = rahasia[:-1] + ("A" if rahasia[-1] != "A" else "B")
    jawaban = client.post(halaman(rahasia), ISIAN)
    assert jawaban.status_code == 410
    assert "Tautan tidak berlaku" in jawaban.content.decode()
    with pytest.raises(Refused):
        redeem_tautan(rahasia=rahasia, sandi=KUAT)
    assert not User.objects.get(pk=tamu.pk).has_usable_password()


def test_two_browsers_use_it_once(
    client: Client, users: dict[str, User], tamu: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Yang kalah cepat ditolak sesudah rantainya dipegang."""
    rahasia = issue_tautan(pengguna=tamu, by=users["admin"])

    def kedahuluan(*args: Any, **kwargs: Any) -> None:
        revoke_tautan(pengguna=tamu, by=users["admin"])
        raise Refused("kalah cepat")

    monkeypatch.setattr("accounts.views.tautan.redeem_tautan", kedahuluan)
    assert client.post(halaman(rahasia), ISIAN).status_code == 410


def test_used_between_reading_and_locking(
    users: dict[str, User], tamu: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    from accounts.actions import tautan as modul

    rahasia = issue_tautan(pengguna=tamu, by=users["admin"])
    locked = modul.audit.locked

    def dahulu(kode: str) -> Any:
        Tautan.objects.update(selesai_at=timezone.now())
        return locked(kode)

    monkeypatch.setattr(modul.audit, "locked", dahulu)
    with pytest.raises(Refused):
        redeem_tautan(rahasia=rahasia, sandi=KUAT)


def test_reset_ends_the_old_sessions(
    masuk: Callable[..., Client], users: dict[str, User], client: Client
) -> None:
    lama = masuk("operator")
    rahasia = issue_tautan(pengguna=users["operator"], by=users["admin"])
    assert Tautan.objects.get().jenis == "sandi"
    client.post(halaman(rahasia), ISIAN)
    assert lama.get(reverse("mfa_index")).status_code == 302
    assert masuk("operator", KUAT).get(reverse("mfa_index")).status_code == 200


def test_two_admins_leave_one_open_link(users: dict[str, User], tamu: User) -> None:
    lain = make_user("admin", tamu.kabupaten, username="admin-lain", first_name="Admin Lain")
    issue_tautan(pengguna=tamu, by=users["admin"])
    issue_tautan(pengguna=tamu, by=lain)
    assert Tautan.objects.berlaku().get().dibuat_by == "Admin Lain"
    with pytest.raises(IntegrityError):
        Tautan.objects.update(selesai_at=None, is_dipakai=False)


def test_inactive_account_gets_no_link(client_for: Callable[[str], Client], tamu: User) -> None:
    User.objects.filter(pk=tamu.pk).update(is_active=False)
    admin = client_for("admin")
    jawaban = admin.post(reverse("accounts:user_tautan", args=[tamu.pk]), follow=True)
    assert "tidak aktif" in jawaban.content.decode()
    assert not Tautan.objects.exists()


def test_admin_revokes_from_the_page(
    client_for: Callable[[str], Client], users: dict[str, User], tamu: User
) -> None:
    rahasia = issue_tautan(pengguna=tamu, by=users["admin"])
    admin = client_for("admin")
    detail = reverse("accounts:user_detail", args=[tamu.pk])
    assert "Cabut" in admin.get(detail).content.decode()
    jawaban = admin.post(reverse("accounts:user_cabut", args=[tamu.pk]), follow=True)
    assert "Tautan dicabut." in jawaban.content.decode()
    assert not Tautan.objects.berlaku().bertanda(rahasia).exists()


@pytest.mark.parametrize("jalan", ["user_tautan", "user_cabut", "user_sesi", "user_faktor"])
def test_own_account_and_foreign_accounts(
    client_for: Callable[[str], Client], users: dict[str, User], merangin: Any, jalan: str
) -> None:
    admin = client_for("admin")
    own = admin.post(reverse(f"accounts:{jalan}", args=[users["admin"].pk]), follow=True)
    assert "Keamanan akun" in own.content.decode()
    asing = make_user("operator", merangin)
    assert admin.post(reverse(f"accounts:{jalan}", args=[asing.pk])).status_code == 404
    operator = client_for("operator")
    jawaban = operator.post(reverse(f"accounts:{jalan}", args=[users["admin"].pk]))
    assert jawaban.status_code == 403
    assert not Tautan.objects.exists()


class TestSurat:
    @pytest.fixture(autouse=True)
    def peladen(self, settings: Any) -> None:
        settings.HAS_SURAT = True

    def test_the_link_is_mailed_and_not_shown(
        self, client_for: Callable[[str], Client], tamu: User
    ) -> None:
        admin = client_for("admin")
        jawaban = admin.post(reverse("accounts:user_tautan", args=[tamu.pk]), follow=True)
        assert "dikirim ke tamu@contoh.id" in jawaban.content.decode()
        (surat,) = mail.outbox
        (rahasia,) = re.findall(r"http://127.0.0.1:8000/akun/tautan/([\w-]+)/", surat.body)
        assert rahasia not in jawaban.content.decode()
        redeem_tautan(rahasia=rahasia, sandi=KUAT)
        assert "dipasang" in mail.outbox[1].subject

    def test_a_failing_mail_server_shows_the_link(
        self, client_for: Callable[[str], Client], tamu: User, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def mati(*args: Any, **kwargs: Any) -> None:
            raise SMTPException("mati")

        monkeypatch.setattr(kabar, "send_mail", mati)
        jawaban = client_for("admin").post(reverse("accounts:user_tautan", args=[tamu.pk]))
        assert "Hanya tampil sekali ini" in jawaban.content.decode()

    def test_forgotten_password_is_mailed_without_saying_who_exists(
        self, client: Client, tamu: User
    ) -> None:
        address = reverse("accounts:lupa_sandi")
        assert address in client.get(reverse("accounts:login")).content.decode()
        semua_jawaban = [
            client.post(address, {"username": nama}, follow=True).content.decode()
            for nama in ("tamu", "tidak-ada", "operator-16.07")  # yang terakhir tanpa alamat
        ]
        assert all("tautannya sudah dikirim" in jawaban for jawaban in semua_jawaban)
        assert [surat.to for surat in mail.outbox] == [["tamu@contoh.id"]]
        for _ in range(9):
            client.post(address, {"username": "tamu"})
        assert len(mail.outbox) == 5  # tiap menit


def test_without_mail_the_page_does_not_exist(client: Client) -> None:
    assert client.get(reverse("accounts:lupa_sandi")).status_code == 404
