"""RoleBackend: hak datang dari grup bernama peran, tidak dari tabel hak Django."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse

from accounts.models import Kabupaten, User
from accounts.roles import Peran
from tests import factories

pytestmark = pytest.mark.django_db


def test_role_gives_its_rights(users: dict[str, User]) -> None:
    assert users["operator"].has_perm("kinerja.change_realisasi")
    assert not users["operator"].has_perm("documents.approve")
    assert users["kepala_dinas"].has_perm("documents.sign")
    assert not users["kepala_dinas"].has_perm("kinerja.change_realisasi")


def test_role_taken_away_ends_at_the_next_request(
    client_for: Callable[[str], Client], users: dict[str, User]
) -> None:
    """Akun dan perannya dibaca tiap permintaan, bukan diingat sesinya."""
    client, admin = client_for("admin"), users["admin"]
    halaman = reverse("accounts:user_list")
    assert client.get(halaman).status_code == 200
    admin.groups.clear()
    assert client.get(halaman).status_code == 403
    User.objects.filter(pk=admin.pk).update(is_active=False)
    assert client.get(halaman).status_code == 302


def test_two_roles_join(banyuasin: Kabupaten) -> None:
    user = factories.make_user(Peran.OPERATOR, banyuasin)
    user.groups.add(Group.objects.get_or_create(name="inspektorat")[0])
    assert user.has_perms(["documents.submit", "documents.review"])
    assert set(user.peran) == {"operator", "inspektorat"}


def test_no_role_no_right(banyuasin: Kabupaten) -> None:
    user = factories.make_user(None, banyuasin)
    user.groups.add(Group.objects.create(name="tamu"))
    assert not user.has_perm("kinerja.view_lkjip")
    assert user.peran == ()
    assert user.sebutan_peran == ""


def test_inactive_user_has_nothing(banyuasin: Kabupaten) -> None:
    user = factories.make_user(Peran.ADMIN, banyuasin, is_active=False)
    assert not user.has_perm("accounts.view_user")


def test_inactive_account_ends_its_session(
    client_for: Callable[[str], Client], users: dict[str, User]
) -> None:
    client = client_for("operator")
    assert client.get("/").status_code == 200
    User.objects.filter(pk=users["operator"].pk).update(is_active=False)
    assert client.get("/")["Location"].startswith("/akun/masuk/")


def test_rows_in_the_django_tables_give_nothing(users: dict[str, User]) -> None:
    permission = Permission.objects.get(codename="add_user")
    users["operator"].user_permissions.add(permission)
    Group.objects.get(name="operator").permissions.add(permission)
    fresh = User.objects.get(pk=users["operator"].pk)
    assert not fresh.has_perm("accounts.add_user")


def test_module_rights_for_templates(users: dict[str, User]) -> None:
    assert users["operator"].has_module_perms("kinerja")
    assert users["admin"].has_module_perms("accounts")
    assert not users["operator"].has_module_perms("auth")


def test_role_labels(users: dict[str, User]) -> None:
    assert users["kepala_bidang"].sebutan_peran == "Kepala Bidang/Sekretaris"
