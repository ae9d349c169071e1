"""Beberapa perangkat daerah: satu tiap jenis, kop dan logonya, akun dan pejabat pada kantornya."""

import json
import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from PIL import Image

from accounts.forms import PejabatForm, PerangkatDaerahForm, UserForm
from accounts.models import Bidang, Kabupaten, Pejabat, PerangkatBelumAda, PerangkatDaerah, User
from core import door
from core.daerah import Perangkat
from core.models import AuditEvent
from documents import render
from documents.kepala import Kop
from documents.reports.kepala import kop
from documents.snapshot import canonical, restore
from tests import factories

pytestmark = pytest.mark.django_db
KUAT = "gunung-lautan-77-biru"


def picture(kind: str = "PNG", size: tuple[int, int] = (800, 400)) -> bytes:
    output = BytesIO()
    Image.new("RGB", size, "#14463d").save(output, kind)
    return output.getvalue()


def upload(content: bytes, name: str = "logo.png") -> dict[str, SimpleUploadedFile]:
    return {"logo": SimpleUploadedFile(name, content)}


def sent(kantor: PerangkatDaerah, user: User, **changes: Any) -> dict[str, Any]:
    form = PerangkatDaerahForm(instance=kantor, user=user)
    values = {bound.html_name: bound.value() for bound in form}
    return {name: value for name, value in values.items() if value not in (None, False)} | changes


@pytest.mark.parametrize(
    ("jenis", "sebutan", "kepala"),
    [
        ("kabupaten", "Kabupaten", "Bupati"),
        ("kota", "Kota", "Wali Kota"),
        ("provinsi", "Provinsi", "Gubernur"),
    ],
)
def test_words_follow_the_kind_of_region(
    banyuasin: Kabupaten, jenis: str, sebutan: str, kepala: str
) -> None:
    banyuasin.jenis = jenis
    assert (str(banyuasin), banyuasin.sebutan_kepala) == (f"{sebutan} Banyuasin", kepala)
    isi = {"p": {"dinas": kop(banyuasin, banyuasin.dinas)}}
    assert f"Pemerintah {sebutan} Banyuasin<" in render.html("documents/print/_kop.html", isi)


def test_frozen_letterhead_without_the_word_is_a_kabupaten(banyuasin: Kabupaten) -> None:
    beku = json.loads(canonical(kop(banyuasin, banyuasin.dinas)))
    lama = {nama: nilai for nama, nilai in beku.items() if nama not in ("sebutan", "logo")}
    assert restore(Kop, lama).daerah == "Kabupaten Banyuasin"


@pytest.mark.parametrize(
    ("kode", "is_valid"), [("16", True), ("16.07", True), ("1607", False), ("16.", False)]
)
def test_code_of_a_province_or_a_kabupaten(kode: str, is_valid: bool) -> None:
    field = Kabupaten._meta.get_field("kode")
    assert is_valid == (
        not [v for v in field.validators if "regex" in dir(v) and not v.regex.search(kode)]
    )


@pytest.mark.parametrize("jenis", ["dinas_pmd", "inspektorat", "kepala_daerah"])
def test_one_office_of_each_kind(banyuasin: Kabupaten, jenis: str) -> None:
    factories.make_kantor(banyuasin, Perangkat(jenis))
    with pytest.raises(IntegrityError), transaction.atomic():
        PerangkatDaerah.objects.create(
            kabupaten=banyuasin, jenis=jenis, nama="Kedua", singkatan="X", tempat="X"
        )


def test_other_offices_may_be_many(banyuasin: Kabupaten) -> None:
    for nama in ("Dinas Sosial", "Dinas Kesehatan"):
        PerangkatDaerah.objects.create(
            kabupaten=banyuasin, jenis="lain", nama=nama, singkatan=nama[:20], tempat="X"
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        PerangkatDaerah.objects.create(
            kabupaten=banyuasin, jenis="lain", nama="Dinas Sosial", singkatan="D", tempat="X"
        )


def test_natural_keys_of_another_office_lead_back(banyuasin: Kabupaten) -> None:
    inspektorat = factories.make_kantor(banyuasin, Perangkat.INSPEKTORAT)
    Bidang.objects.create(perangkat_daerah=banyuasin.dinas, nama="Sekretariat")
    bidang = Bidang.objects.create(perangkat_daerah=inspektorat, nama="Sekretariat")
    pejabat = factories.make_pejabat(banyuasin, perangkat_daerah=inspektorat)
    for row in (inspektorat, bidang, pejabat):
        assert type(row).objects.get_by_natural_key(*row.natural_key()) == row


def test_missing_office_is_a_sentence_and_a_page(
    banyuasin: Kabupaten, client_for: Callable[[str], Client]
) -> None:
    client = client_for("operator")
    PerangkatDaerah.objects.filter(jenis="dinas_pmd").update(jenis="lain")
    kabupaten = Kabupaten.objects.get()
    assert kabupaten.dinas_tercatat is None
    with pytest.raises(PerangkatBelumAda, match="Dinas PMD Kabupaten Banyuasin belum dicatat"):
        _ = kabupaten.dinas
    page = client.get(reverse("kinerja:perioderenstra_create"))
    assert page.status_code == 409
    assert "Dinas PMD Kabupaten Banyuasin belum dicatat" in page.content.decode()
    assert client.get(reverse("beranda")).status_code == 200


def test_admin_adds_and_removes_an_office(
    client_for: Callable[[str], Client], banyuasin: Kabupaten
) -> None:
    client = client_for("admin")
    isian = {
        "jenis": "bappeda",
        "nama": "Bappeda",
        "singkatan": "Bappeda",
        "tempat": "X",
        "tahun_kerja": "2023",
    }
    answer = client.post(reverse("accounts:perangkatdaerah_create"), isian | {"kiriman": "k1"})
    assert answer.status_code == 302, answer.context["form"].errors
    kantor = PerangkatDaerah.objects.get(jenis="bappeda")
    assert AuditEvent.objects.get(action="tambah").object_id == str(kantor.pk)
    again = client.post(
        reverse("accounts:perangkatdaerah_create"), isian | {"nama": "Kedua", "kiriman": "k2"}
    )
    assert "tiap daerah hanya punya satu" in again.content.decode()
    assert (
        client.post(reverse("accounts:perangkatdaerah_delete", args=[kantor.pk])).status_code == 302
    )
    assert not PerangkatDaerah.objects.filter(pk=kantor.pk).exists()
    client.post(reverse("accounts:perangkatdaerah_delete", args=[banyuasin.dinas.pk]))
    assert PerangkatDaerah.objects.filter(pk=banyuasin.dinas.pk).exists()


def test_kind_of_an_office_in_use_stays(
    client_for: Callable[[str], Client], users: dict[str, User]
) -> None:
    dinas, client = users["admin"].kabupaten.dinas, client_for("admin")
    factories.make_pejabat(dinas.kabupaten)
    answer = client.post(
        reverse("accounts:perangkatdaerah_update", args=[dinas.pk]),
        sent(dinas, users["admin"], jenis="lain"),
    )
    assert answer.context["form"].errors["jenis"] == [
        "Jenis tidak dapat diganti: sudah dipakai oleh pejabat, pengguna."
    ]
    dinas.jenis = "lain"
    with pytest.raises(door.Invalid, match="sudah dipakai oleh pejabat, pengguna"):
        door.save(dinas, by="uji")
    assert PerangkatDaerah.objects.get(pk=dinas.pk).jenis == Perangkat.DINAS_PMD
    assert client.get(reverse("beranda")).status_code == 200


def test_kind_of_an_empty_office_may_change(banyuasin: Kabupaten) -> None:
    kantor = PerangkatDaerah.objects.create(
        kabupaten=banyuasin, jenis="lain", nama="Bappeda", singkatan="B", tempat="X"
    )
    kantor.jenis = Perangkat.BAPPEDA
    door.save(kantor, by="uji")
    assert PerangkatDaerah.objects.get(pk=kantor.pk).jenis == Perangkat.BAPPEDA


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_logo_is_rewritten_recorded_and_printed(
    client_for: Callable[[str], Client], users: dict[str, User], banyuasin: Kabupaten, kind: str
) -> None:
    dinas, client = banyuasin.dinas, client_for("admin")
    address = reverse("accounts:perangkatdaerah_update", args=[dinas.pk])
    answer = client.post(address, sent(dinas, users["admin"]) | upload(picture(kind)))
    assert answer.status_code == 302, answer.context["form"].errors
    fresh = PerangkatDaerah.objects.get(pk=dinas.pk)
    assert AuditEvent.objects.get(action="ubah").changes == {"logo": ["", fresh.logo.name]}
    with fresh.logo.open("rb") as file, Image.open(file) as image:
        assert (image.format, image.size) == ("PNG", (400, 200))
    isi = {"p": {"dinas": kop(banyuasin, fresh)}}
    assert f'src="{fresh.logo_uri}"' in render.html("documents/print/_kop.html", isi)
    assert fresh.logo_uri.startswith("data:image/png;base64,")
    assert client.post(address, sent(fresh, users["admin"], hapus_logo="on")).status_code == 302
    assert PerangkatDaerah.objects.get(pk=dinas.pk).logo_uri == ""


def test_same_logo_again_is_neither_stored_nor_recorded(
    client_for: Callable[[str], Client], users: dict[str, User], banyuasin: Kabupaten
) -> None:
    dinas, client = banyuasin.dinas, client_for("admin")
    address = reverse("accounts:perangkatdaerah_update", args=[dinas.pk])

    def send(content: bytes) -> PerangkatDaerah:
        fresh = PerangkatDaerah.objects.get(pk=dinas.pk)
        answer = client.post(address, sent(fresh, users["admin"]) | upload(content))
        assert answer.status_code == 302, answer.context["form"].errors
        return PerangkatDaerah.objects.get(pk=dinas.pk)

    pertama, lagi = send(picture()), send(picture())
    assert lagi.logo.name == pertama.logo.name
    assert pertama.logo.storage.listdir("logo")[1] == [pertama.logo.name.removeprefix("logo/")]
    assert AuditEvent.objects.filter(action="ubah").count() == 1
    pertama.logo.storage.delete(pertama.logo.name)
    assert send(picture()).logo_uri != ""
    assert send(picture(size=(40, 40))).logo.name != pertama.logo.name


def test_without_a_logo_the_letterhead_has_no_picture(banyuasin: Kabupaten) -> None:
    assert "<img" not in render.html(
        "documents/print/_kop.html", {"p": {"dinas": kop(banyuasin, banyuasin.dinas)}}
    )


def test_lost_logo_file_leaves_the_letterhead_readable(banyuasin: Kabupaten) -> None:
    banyuasin.dinas.logo = "logo/hilang.png"
    assert banyuasin.dinas.logo_uri == ""


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "PNG atau JPEG"),
        (b"\x89PNG\r\n\x1a\nrusak", "PNG atau JPEG"),
        (picture()[:200], "PNG atau JPEG"),
        (picture("GIF"), "PNG atau JPEG"),
        (picture(size=(4001, 1)), "4000 × 4000"),
        (b"x" * (1024 * 1024 + 1), "1 MB"),
    ],
)
def test_strange_logo_is_refused(
    users: dict[str, User], banyuasin: Kabupaten, content: bytes, sentence: str
) -> None:
    dinas = banyuasin.dinas
    values = sent(dinas, users["admin"])
    form = PerangkatDaerahForm(values, upload(content), instance=dinas, user=users["admin"])
    assert sentence in str(form.errors["logo"])


def account(users: dict[str, User], **changes: Any) -> UserForm:
    dinas = users["admin"].kabupaten.dinas
    values = {
        "username": "sari",
        "peran": ["operator"],
        "sandi": KUAT,
        "perangkat_daerah": dinas.pk,
    }
    return UserForm(values | changes, user=users["admin"])


def test_account_with_several_roles_and_a_bidang(
    users: dict[str, User], banyuasin: Kabupaten
) -> None:
    bidang = factories.make_bidang(banyuasin)
    form = account(users, peran=["operator", "kepala_bidang"], bidang=bidang.pk)
    assert form.is_valid(), form.errors
    account_row = form.save()
    door.save(account_row, by="uji", relations={"groups": form.groups()})
    user = User.objects.get(pk=account_row.pk)
    assert set(user.roles) == {"operator", "kepala_bidang"}
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
    values = {b.html_name: b.value() for b in form if b.value() not in (None, False)}
    answer = client.post(
        address, values | {"peran": ["admin", "kepala_dinas"], "first_name": "Admin Baru"}
    )
    assert answer.status_code == 302
    fresh = User.objects.get(pk=admin.pk)
    assert (fresh.first_name, fresh.roles) == ("Admin Baru", ("admin",))
    assert [e.changes for e in AuditEvent.objects.all()] == [
        {"first_name": ["Admin 16.07", "Admin Baru"]}
    ]


def test_head_of_the_region_needs_no_nip(users: dict[str, User], banyuasin: Kabupaten) -> None:
    kantor = users["kepala_daerah"].perangkat_daerah
    values = {"nama": "A", "jabatan": "Bupati", "sifat": "definitif", "mulai": "1 Januari 2020"}
    form = PejabatForm(values | {"perangkat_daerah": kantor.pk}, user=users["admin"])
    assert form.is_valid(), form.errors
    assert form.save().is_kepala_daerah
    assert not PejabatForm(
        values | {"perangkat_daerah": banyuasin.dinas.pk}, user=users["admin"]
    ).is_valid()


def test_head_of_each_office_on_a_day(banyuasin: Kabupaten, users: dict[str, User]) -> None:
    kepala = factories.make_pejabat(banyuasin)
    inspektur = factories.make_pejabat(
        banyuasin, perangkat_daerah=users["inspektorat"].perangkat_daerah
    )
    officials = Pejabat.objects.all()
    assert officials.head_of(banyuasin.dinas, kepala.mulai) == kepala
    assert officials.head_of(inspektur.perangkat_daerah, kepala.mulai) == inspektur
    assert officials.head_of(banyuasin.dinas, None) is None


def test_account_pages_keep_the_visitor_and_show_the_roles(
    client_for: Callable[[str], Client], users: dict[str, User]
) -> None:
    client, operator = client_for("admin"), users["operator"]
    for page in ("detail", "update"):
        answer = client.get(reverse(f"accounts:user_{page}", args=[operator.pk]))
        assert answer.context["user"] == users["admin"]
    detail = client.get(reverse("accounts:user_detail", args=[operator.pk])).content.decode()
    assert "Dinas Pemberdayaan Masyarakat dan Desa" in detail
    assert re.search(r"<dd>\s*Operator\s*</dd>", detail)
    assert "Operator" in client.get(reverse("accounts:user_list")).content.decode()
