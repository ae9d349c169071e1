"""Akun pada kantornya: peran, bidang dan pejabatnya dari kantor yang sama."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from accounts.forms import UserForm
from accounts.models import Bidang, Kabupaten, User
from core import door
from core.models import AuditEvent
from tests import factories

pytestmark = pytest.mark.django_db


KUAT = "gunung-lautan-77-biru"


def account(users: dict[str, User], **changes: Any) -> UserForm:
    dinas = users["admin"].kabupaten.dinas
    isian = {
        "username": "sari",
        "peran": ["operator"],
        "sandi": KUAT,
        "perangkat_daerah": dinas.pk,
    }
    return UserForm(isian | changes, user=users["admin"])


def test_account_with_several_roles_and_a_bidang(
    users: dict[str, User], banyuasin: Kabupaten
) -> None:
    bidang = factories.make_bidang(banyuasin)
    form = account(users, peran=["operator", "kepala_bidang"], bidang=bidang.pk)
    assert form.is_valid(), form.errors
    account_row = form.save()
    door.save(account_row, by="uji", relations={"groups": form.groups()})
    user = User.objects.get(pk=account_row.pk)
    assert user.peran == ("operator",)
    assert form.ditahan() == ["kepala_bidang"]
    assert (user.perangkat_daerah, user.bidang) == (banyuasin.dinas, bidang)


def test_bidang_and_official_belong_to_the_office(
    users: dict[str, User], banyuasin: Kabupaten
) -> None:
    inspektorat = users["inspektorat"].perangkat_daerah
    bidang = Bidang.objects.create(perangkat_daerah=inspektorat, nama="Irban I")
    pejabat = factories.make_pejabat(banyuasin, perangkat_daerah=inspektorat)
    errors = account(users, bidang=bidang.pk, pejabat=pejabat.pk).errors
    assert {"bidang", "pejabat"} == set(errors)


def test_role_of_another_office_is_refused(users: dict[str, User]) -> None:
    assert "hanya untuk akun pada Inspektorat" in str(
        account(users, peran=["inspektorat"]).errors["peran"]
    )
    kantor = users["inspektorat"].perangkat_daerah.pk
    assert account(users, peran=["inspektorat", "inspektur"], perangkat_daerah=kantor).is_valid()


def test_bidang_needs_an_office(users: dict[str, User], banyuasin: Kabupaten) -> None:
    bidang = factories.make_bidang(banyuasin)
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.filter(pk=users["operator"].pk).update(perangkat_daerah=None, bidang=bidang)


def test_nobody_changes_his_own_roles(
    client_for: Callable[[str], Client], users: dict[str, User]
) -> None:
    client, admin = client_for("admin"), users["admin"]
    address = reverse("accounts:user_update", args=[admin.pk])
    form = client.get(address).context["form"]
    isian = {b.html_name: b.value() for b in form if b.value() not in (None, False)}
    jawaban = client.post(
        address, isian | {"peran": ["admin", "kepala_dinas"], "first_name": "Admin Baru"}
    )
    assert jawaban.status_code == 302
    fresh = User.objects.get(pk=admin.pk)
    assert (fresh.first_name, fresh.peran) == ("Admin Baru", ("admin",))
    assert [e.changes for e in AuditEvent.objects.all()] == [
        {"first_name": ["Admin 16.07", "Admin Baru"]}
    ]


def test_account_pages_keep_the_visitor_and_show_the_roles(
    client_for: Callable[[str], Client], users: dict[str, User]
) -> None:
    client, operator = client_for("admin"), users["operator"]
    for halaman in ("detail", "update"):
        jawaban = client.get(reverse(f"accounts:user_{halaman}", args=[operator.pk]))
        assert jawaban.context["user"] == users["admin"]
    detail = client.get(reverse("accounts:user_detail", args=[operator.pk])).content.decode()
    assert "Dinas Pemberdayaan Masyarakat dan Desa" in detail
    assert re.search(r"<dd>\s*Operator\s*</dd>", detail)
    assert "Operator" in client.get(reverse("accounts:user_list")).content.decode()
