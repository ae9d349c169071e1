"""Orang kedua: peran penanda tangan dan admin, dan pelepasan faktor kedua mereka."""

from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.auth.models import Group
from django.core import mail
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.actions import decide_usul, propose
from accounts.models import User, UsulAkun
from accounts.roles import BERFAKTOR_KEDUA, BERPERSETUJUAN, PENANDA_TANGAN, Peran, allows
from core.audit import Refused
from core.models import AuditEvent
from tests.accounts.test_users import sent
from tests.factories import make_user

pytestmark = pytest.mark.django_db


def fresh(user: User) -> User:
    return User.objects.get(pk=user.pk)


def memberi(client: Client, target: User, *peran: str) -> str:
    """Admin memberi peran lewat formulirnya."""
    address = reverse("accounts:user_update", args=[target.pk])
    jawaban = client.post(address, sent(client, address, peran=list(peran)), follow=True)
    return jawaban.content.decode()


def putus(client: Client, usul: UsulAkun, putusan: str = "setuju") -> Any:
    address = reverse("accounts:usul_putus", args=[usul.pk])
    return client.post(address, {"putusan": putusan}, follow=True)


def test_signing_roles_are_those_that_sign() -> None:
    bertanda = {peran for peran in Peran if allows(peran, "documents.sign")}
    assert bertanda - {Peran.OPERATOR} == PENANDA_TANGAN
    assert BERPERSETUJUAN <= BERFAKTOR_KEDUA


def test_a_second_person_confirms_a_signing_role(
    client_for: Callable[[str], Client], users: dict[str, User]
) -> None:
    admin, target = client_for("admin"), users["operator"]
    halaman = memberi(admin, target, "operator", "kepala_dinas")
    assert "menunggu persetujuan orang kedua" in halaman
    assert fresh(target).peran == ("operator",)
    usul = UsulAkun.objects.get()
    assert "Anda pengusul" in admin.get(usul.get_absolute_url()).content.decode()
    assert "yang mengusulkan" in putus(admin, usul).content.decode().lower()
    assert fresh(target).peran == ("operator",)
    dinas = client_for("kepala_dinas")
    assert "Putuskan" in dinas.get("/").content.decode()
    assert "Putuskan" not in client_for("operator").get("/").content.decode()
    assert "Setujui" in dinas.get(usul.get_absolute_url()).content.decode()
    assert "Usul disetujui." in putus(dinas, usul).content.decode()
    assert fresh(target).peran == ("operator", "kepala_dinas")
    event = AuditEvent.objects.of(target).latest("nomor")
    assert event.changes == {"peran": ["operator", "operator, kepala_dinas"]}
    assert event.note == f"diusulkan {users['admin']}, disetujui {users['kepala_dinas']}"
    assert "sudah diputus" in putus(dinas, usul).content.decode()


def test_refused_and_asked_again(
    client_for: Callable[[str], Client], users: dict[str, User]
) -> None:
    admin, target = client_for("admin"), users["operator"]
    memberi(admin, target, "operator", "admin")
    memberi(admin, target, "operator", "admin")
    usul = UsulAkun.objects.get()
    putus(client_for("inspektur"), usul, "tolak")
    usul.refresh_from_db()
    assert (usul.status, fresh(target).peran) == ("ditolak", ("operator",))
    memberi(admin, target, "operator", "admin")
    assert UsulAkun.objects.menunggu().count() == 1


@pytest.mark.parametrize("peran", ["operator", "kepala_bidang", "inspektorat", "kepala_daerah"])
def test_others_neither_see_nor_decide(
    client_for: Callable[[str], Client], users: dict[str, User], peran: str
) -> None:
    usul = propose(pengguna=users["operator"], jenis="peran", peran="admin", by=users["admin"])
    client = client_for(peran)
    assert client.get(usul.get_absolute_url()).status_code == 403
    assert putus(client, usul).status_code == 403
    with pytest.raises(Refused):
        decide_usul(usul=usul, by=users[peran], is_setuju=True)


def test_another_kabupaten_cannot_decide(users: dict[str, User], merangin: Any) -> None:
    usul = propose(pengguna=users["operator"], jenis="peran", peran="admin", by=users["admin"])
    with pytest.raises(Refused):
        decide_usul(usul=usul, by=make_user("admin", merangin), is_setuju=True)


def test_the_database_keeps_two_people_apart(users: dict[str, User]) -> None:
    usul = propose(pengguna=users["operator"], jenis="peran", peran="admin", by=users["admin"])
    rows = UsulAkun.objects.filter(pk=usul.pk)
    for salah in (
        {"status": "disetujui", "diputus_by": users["admin"], "diputus_at": timezone.now()},
        {"status": "disetujui"},
        {"diputus_at": timezone.now()},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**salah)


def test_first_admin_alone_can_start_and_it_is_said(
    client_for: Callable[[str], Client], users: dict[str, User], sendirian: None
) -> None:
    memberi(client_for("admin"), users["operator"], "operator", "kepala_dinas")
    assert fresh(users["operator"]).peran == ("operator", "kepala_dinas")
    assert "tanpa orang kedua" in AuditEvent.objects.of(users["operator"]).latest("nomor").note
    assert not UsulAkun.objects.exists()


def test_the_last_second_person_cannot_be_removed_first(
    client_for: Callable[[str], Client], users: dict[str, User]
) -> None:
    User.objects.filter(pk=users["inspektur"].pk).update(is_active=False)
    dinas = users["kepala_dinas"]
    admin = client_for("admin")
    assert "Tunjuk penggantinya dahulu" in memberi(admin, dinas, "operator")
    address = reverse("accounts:user_update", args=[dinas.pk])
    isian = sent(admin, address)
    del isian["is_active"]
    assert "Tunjuk penggantinya dahulu" in admin.post(address, isian).content.decode()
    assert fresh(dinas).is_active
    User.objects.filter(pk=users["inspektur"].pk).update(is_active=True)
    memberi(admin, dinas, "operator")
    assert fresh(dinas).peran == ("operator",)


def test_groups_that_are_no_roles_stay(
    client_for: Callable[[str], Client], users: dict[str, User]
) -> None:
    target = users["operator"]
    lain = Group.objects.create(name="pengolah surat")
    target.groups.add(lain)
    memberi(client_for("admin"), target, "inspektorat", "operator")
    halaman = reverse("accounts:user_update", args=[target.pk])
    admin = client_for("admin")
    admin.post(halaman, sent(admin, halaman, first_name="Baru"))
    assert fresh(target).first_name == "Baru"
    assert lain in target.groups.all()


def test_second_factor_of_a_signer_is_removed_by_two(
    client_for: Callable[[str], Client], users: dict[str, User]
) -> None:
    admin, bidang = client_for("admin"), users["kepala_bidang"]
    TOTP.activate(bidang, "JBSWY3DPEHPK3PXP")
    lepas = reverse("accounts:user_faktor", args=[bidang.pk])
    assert "menunggu persetujuan" in admin.post(lepas, follow=True).content.decode()
    assert Authenticator.objects.exists()
    putus(client_for("kepala_dinas"), UsulAkun.objects.get())
    assert not Authenticator.objects.exists()
    assert "melepas faktor kedua; diusulkan" in AuditEvent.objects.of(bidang).latest("nomor").note


def test_second_factor_of_an_operator_is_removed_by_the_admin(
    client_for: Callable[[str], Client], users: dict[str, User]
) -> None:
    TOTP.activate(users["operator"], "JBSWY3DPEHPK3PXP")
    lepas = reverse("accounts:user_faktor", args=[users["operator"].pk])
    client_for("admin").post(lepas)
    assert not Authenticator.objects.exists()
    assert AuditEvent.objects.of(users["operator"]).get().note == "melepas faktor kedua"


def test_the_official_is_told(
    masuk: Callable[..., Client], users: dict[str, User], settings: Any
) -> None:
    """Dengan surat, dan saat masuk berikutnya."""
    settings.HAS_SURAT = True
    dinas = users["kepala_dinas"]
    User.objects.filter(pk=dinas.pk).update(email="dinas@contoh.id", last_login=timezone.now())
    usul = propose(
        pengguna=users["operator"], jenis="peran", peran="kepala_dinas", by=users["admin"]
    )
    decide_usul(usul=usul, by=users["inspektur"], is_setuju=True)
    assert [surat.to for surat in mail.outbox] == [["dinas@contoh.id"]] * 2
    client = masuk("kepala_dinas")
    halaman = client.get("/").content.decode()
    assert "Peran Kepala Dinas bagi Operator 16.07: diusulkan Admin 16.07" in halaman
    User.objects.filter(pk=users["operator"].pk).update(last_login=dinas.date_joined)
    halaman = masuk("operator").get("/").content.decode()
    assert "Inspektur 16.07 mengubah akun Anda: diusulkan Admin 16.07" in halaman


def test_a_signer_is_told_at_the_old_address(
    client_for: Callable[[str], Client], users: dict[str, User], settings: Any
) -> None:
    settings.HAS_SURAT = True
    dinas = users["kepala_dinas"]
    User.objects.filter(pk=dinas.pk).update(email="lama@contoh.id")
    admin = client_for("admin")
    halaman = reverse("accounts:user_update", args=[dinas.pk])
    admin.post(halaman, sent(admin, halaman, email="baru@contoh.id"))
    assert fresh(dinas).email == "baru@contoh.id"
    assert [surat.to for surat in mail.outbox] == [["lama@contoh.id"]]
