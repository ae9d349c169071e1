"""Akun: dibuat dan diubah admin kabupatennya, peran dan sandi tercatat tanpa isinya."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from accounts.forms import UserForm
from accounts.models import Kabupaten, User
from core.models import AuditEvent
from tests import factories

pytestmark = pytest.mark.django_db
KUAT = "gunung-lautan-77-biru"


@pytest.fixture
def admin(client_for: Callable[[str], Client]) -> Client:
    return client_for("admin")


def sent(client: Client, address: str, **changes: Any) -> dict[str, Any]:
    form = client.get(address).context["form"]
    isian = {bound.html_name: bound.value() for bound in form}
    return {nama: nilai for nama, nilai in isian.items() if nilai not in (None, False)} | changes


def test_admin_creates_a_user_with_a_role(admin: Client) -> None:
    address = reverse("accounts:user_create")
    jawaban = admin.post(
        address,
        sent(admin, address, username="sari", peran=["operator"], sandi=KUAT, is_active="on"),
    )
    assert jawaban.status_code == 302
    user = User.objects.get(username="sari")
    assert user.check_password(KUAT)
    assert (user.kabupaten_kode, user.peran) == ("16.07", ("operator",))
    changes = {
        kunci: pair for event in AuditEvent.objects.all() for kunci, pair in event.changes.items()
    }
    assert changes["peran"] == ["", "operator"]
    assert KUAT not in str(changes)
    assert user.password not in str(changes)


@pytest.mark.parametrize(
    "sandi",
    [
        *("pendek", "197001011995031001", "nip197001011995031001", "sari-sari-sari", "x" * 11),
        *("Password-2023", "Indonesia1945!", "Kinerja-DPMD-2024", "operator.desa.01"),
    ],
)
def test_weak_password_is_refused(users: dict[str, User], sandi: str) -> None:
    form = UserForm(
        {"username": "sari-sari-sari", "peran": ["operator"], "sandi": sandi}, user=users["admin"]
    )
    assert "sandi" in form.errors


def test_name_of_the_region_with_digits_is_weak(users: dict[str, User]) -> None:
    nama = users["operator"].kabupaten.nama
    with pytest.raises(ValidationError, match="Mudah ditebak"):
        validate_password(f"{nama}-{nama}-2024", users["operator"])


@pytest.mark.parametrize("sandi", ["840271936450", "kuda laut menari", "ß漢字🌾" * 3, "a B" * 40])
def test_any_characters_and_length_make_a_password(users: dict[str, User], sandi: str) -> None:
    form = UserForm(
        {"username": "sari", "peran": ["operator"], "sandi": sandi}, user=users["admin"]
    )
    form.full_clean()
    assert "sandi" not in form.errors
    user = users["operator"]
    user.set_password(sandi)
    assert user.check_password(sandi)
    assert not user.check_password(sandi[:-1])


@pytest.mark.parametrize(
    ("alamat", "isian"),
    [
        ("accounts:login", {"password": "current-password"}),
        ("accounts:password_change", {"old_password": "current-password"}),
        ("accounts:password_change", {"new_password1": "new-password"}),
        ("accounts:user_create", {"sandi": "new-password"}),
    ],
)
def test_password_field_is_masked_and_fillable(
    admin: Client, alamat: str, isian: dict[str, str]
) -> None:
    client = Client() if alamat == "accounts:login" else admin
    form = client.get(reverse(alamat)).context["form"]
    for nama, autocomplete in isian.items():
        widget = form.fields[nama].widget
        assert (widget.input_type, widget.render_value) == ("password", False)
        assert widget.attrs["autocomplete"] == autocomplete


def test_role_must_be_known(users: dict[str, User]) -> None:
    for peran in ([], ["raja"], ["operator", "superuser"]):
        form = UserForm({"username": "sari", "peran": peran, "sandi": KUAT}, user=users["admin"])
        assert "peran" in form.errors


def test_change_of_role_is_recorded_and_the_password_stays(
    admin: Client, users: dict[str, User], sendirian: None
) -> None:
    target = users["operator"]
    address = reverse("accounts:user_update", args=[target.pk])
    assert admin.post(address, sent(admin, address, peran=["kepala_bidang"])).status_code == 302
    fresh = User.objects.get(pk=target.pk)
    assert fresh.peran == ("kepala_bidang",)
    assert fresh.check_password(factories.SANDI)
    assert {"peran": ["operator", "kepala_bidang"]} in [
        event.changes for event in AuditEvent.objects.all()
    ]


def test_role_added_since_the_form_was_opened_is_not_lost(
    admin: Client, users: dict[str, User], sendirian: None
) -> None:
    target = users["operator"]
    address = reverse("accounts:user_update", args=[target.pk])
    opened = sent(admin, address)
    assert (
        admin.post(address, sent(admin, address, peran=["operator", "kepala_bidang"])).status_code
        == 302
    )
    jawaban = admin.post(address, opened | {"first_name": "Terlambat"})
    assert "sudah diubah orang lain" in jawaban.content.decode()
    fresh = User.objects.get(pk=target.pk)
    assert (set(fresh.peran), fresh.first_name) == (
        {"operator", "kepala_bidang"},
        target.first_name,
    )
    assert admin.post(address, sent(admin, address, first_name="Berikutnya")).status_code == 302


@pytest.mark.parametrize("urutan", [["operator", "kepala_bidang"], ["kepala_bidang", "operator"]])
def test_unchanged_roles_leave_no_trace(
    admin: Client, users: dict[str, User], urutan: list[str]
) -> None:
    target = users["operator"]
    target.groups.clear()
    for satu in urutan:
        target.groups.add(Group.objects.get(name=satu))
    address = reverse("accounts:user_update", args=[target.pk])
    assert User.objects.get(pk=target.pk).peran == ("operator", "kepala_bidang")
    for peran in (["operator", "kepala_bidang"], ["kepala_bidang", "operator"]):
        assert admin.post(address, sent(admin, address, peran=peran)).status_code == 302
    assert not AuditEvent.objects.filter(action="ubah").exists()


def test_new_password_is_recorded_without_its_content(
    admin: Client, users: dict[str, User]
) -> None:
    address = reverse("accounts:user_update", args=[users["operator"].pk])
    admin.post(address, sent(admin, address, sandi=KUAT))
    assert User.objects.get(pk=users["operator"].pk).check_password(KUAT)
    (changes,) = [
        event.changes for event in AuditEvent.objects.filter(action="ubah") if event.changes
    ]
    assert set(changes) == {"is_sandi_sementara", "password"}
    assert "md5" not in str(changes)


def test_password_is_not_shown_in_the_history(admin: Client, users: dict[str, User]) -> None:
    address = reverse("accounts:user_update", args=[users["operator"].pk])
    admin.post(address, sent(admin, address, sandi=KUAT))
    for halaman in ("history", "detail"):
        isi = admin.get(
            reverse(f"accounts:user_{halaman}", args=[users["operator"].pk])
        ).content.decode()
        assert KUAT not in isi
        assert "md5$" not in isi


def test_official_of_another_kabupaten_is_no_choice(
    users: dict[str, User], merangin: Kabupaten
) -> None:
    foreign = factories.make_pejabat(merangin)
    isian = {"username": "sari", "peran": ["operator"], "sandi": KUAT, "pejabat": foreign.pk}
    assert "pejabat" in UserForm(isian, user=users["admin"]).errors


def test_user_of_another_kabupaten_is_out_of_reach(admin: Client, merangin: Kabupaten) -> None:
    foreign = factories.make_user("operator", merangin)
    jawaban = admin.post(
        reverse("accounts:user_update", args=[foreign.pk]), {"username": "dicuri", "peran": "admin"}
    )
    assert jawaban.status_code == 404
    assert User.objects.get(pk=foreign.pk).peran == ("operator",)
    assert AuditEvent.objects.get().action == "ditolak"


@pytest.mark.parametrize("peran", ["operator", "kepala_bidang", "kepala_dinas", "inspektorat"])
def test_only_admin_sees_users(client_for: Callable[[str], Client], peran: str) -> None:
    client = client_for(peran)
    assert client.get(reverse("accounts:user_list")).status_code == 403
    assert client.get(reverse("accounts:user_create")).status_code == 403
