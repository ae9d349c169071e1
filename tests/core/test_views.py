"""Halaman umum, dicoba pada Bidang: cakupan, hak, isian basi, kiriman ulang, kunci dan jejaknya."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Bidang, Kabupaten, User
from core.door import STALE
from core.models import AuditEvent
from core.views import REPLAYED
from tests import factories
from tests.core.jejak import events

pytestmark = pytest.mark.django_db
LOCK = "Data tahun 2023 terkunci oleh LKjIP 2023."


@pytest.fixture
def admin(client_for: Callable[[str], Client]) -> Client:
    return client_for("admin")


@pytest.fixture
def bidang(banyuasin: Kabupaten) -> Bidang:
    return factories.make_bidang(banyuasin, nama="Bidang Pemerintahan Desa")


@pytest.fixture
def foreign(merangin: Kabupaten) -> Bidang:
    return factories.make_bidang(merangin, nama="Bidang Milik Merangin")


def url(halaman: str, *args: Any) -> str:
    return reverse(f"accounts:bidang_{halaman}", args=args)


def fields(client: Client, address: str) -> dict[str, Any]:
    """Isian formulir sebagaimana dikirim peramban, termasuk yang tersembunyi."""
    form = client.get(address).context["form"]
    return {bound.html_name: bound.value() or "" for bound in form}


def test_list_shows_own_rows_only(admin: Client, bidang: Bidang, foreign: Bidang) -> None:
    halaman = admin.get(url("list"))
    assert halaman.status_code == 200
    assert bidang.nama in halaman.content.decode()
    assert foreign.nama not in halaman.content.decode()


def test_htmx_gets_the_table_without_the_page(admin: Client, bidang: Bidang) -> None:
    whole = admin.get(url("list")).content.decode()
    bagian = admin.get(url("list"), headers={"HX-Request": "true"}).content.decode()
    assert "<html" in whole
    assert "<html" not in bagian
    assert "<table" in bagian
    assert bidang.nama in bagian


def test_list_is_filtered_sorted_and_paged(admin: Client, banyuasin: Kabupaten) -> None:
    for i in range(30):
        factories.make_bidang(banyuasin, nama=f"Bidang ke-{i:02d}", urutan=i + 1)
    assert len(admin.get(url("list")).context["table"].page.object_list) == 25
    assert "Bidang ke-29" in admin.get(url("list"), {"page": 2}).content.decode()
    hasil = admin.get(url("list"), {"nama": "ke-07"}).content.decode()
    assert "Bidang ke-07" in hasil
    assert "Bidang ke-08" not in hasil
    first = admin.get(url("list"), {"sort": "-urutan"}).context["table"].page.object_list[0]
    assert first.record.nama == "Bidang ke-29"


@pytest.mark.parametrize(
    "query", [{"page": "x"}, {"page": "99"}, {"sort": "kosong"}, {"nama": "\x00"}, {"nama": "'"}]
)
def test_strange_query_is_no_server_error(
    admin: Client, bidang: Bidang, query: dict[str, str]
) -> None:
    assert admin.get(url("list"), query).status_code in (200, 400, 404)


def test_detail_and_history(admin: Client, bidang: Bidang) -> None:
    admin.post(
        url("update", bidang.pk), fields(admin, url("update", bidang.pk)) | {"nama": "Nama Baru"}
    )
    assert "Nama Baru" in admin.get(url("detail", bidang.pk)).content.decode()
    history = admin.get(url("history", bidang.pk)).content.decode()
    assert "Bidang Pemerintahan Desa" in history
    assert "Nama Baru" in history
    assert "Admin 16.07" in history


def test_create_is_saved_and_recorded(admin: Client, users: dict[str, User]) -> None:
    sent = fields(admin, url("create")) | {"nama": "Sekretariat", "urutan": "1"}
    halaman = admin.post(url("create"), sent, follow=True)
    made = Bidang.objects.get()
    assert halaman.redirect_chain == [(made.get_absolute_url(), 302)]
    assert "Tersimpan." in halaman.content.decode()
    (event,) = events(action="tambah")
    assert (event.actor, event.object_id) == (str(users["admin"]), str(made.pk))
    assert event.changes["nama"] == [None, "Sekretariat"]


def test_replayed_form_is_saved_once(admin: Client) -> None:
    sent = fields(admin, url("create")) | {"nama": "Sekretariat", "urutan": "1"}
    admin.post(url("create"), sent)
    halaman = admin.post(url("create"), sent | {"nama": "Sekretariat lagi"})
    assert REPLAYED in halaman.content.decode()
    assert [b.nama for b in Bidang.objects.all()] == ["Sekretariat"]
    assert len(events(action="tambah")) == 1


@pytest.mark.parametrize(
    ("column", "teks"), [("urutan", "1,5"), ("urutan", "abc"), ("urutan", "-1"), ("nama", "")]
)
def test_bad_input_is_explained_and_nothing_saved(admin: Client, column: str, teks: str) -> None:
    sent = fields(admin, url("create")) | {"nama": "Sekretariat", "urutan": "1"}
    halaman = admin.post(url("create"), sent | {column: teks})
    assert halaman.status_code == 200
    assert column in halaman.context["form"].errors
    assert "Belum disimpan" in halaman.content.decode()
    assert not Bidang.objects.exists()
    assert not events(action="tambah")


def test_update_is_saved_and_recorded(admin: Client, bidang: Bidang) -> None:
    sent = fields(admin, url("update", bidang.pk)) | {"urutan": "7"}
    assert admin.post(url("update", bidang.pk), sent).status_code == 302
    bidang.refresh_from_db()
    assert bidang.urutan == 7
    (event,) = events(action="ubah")
    assert event.changes == {"urutan": ["1", "7"]}


def test_stale_form_is_refused(admin: Client, bidang: Bidang) -> None:
    first, second = (fields(admin, url("update", bidang.pk)) for _ in range(2))
    admin.post(url("update", bidang.pk), first | {"nama": "Yang pertama"})
    halaman = admin.post(url("update", bidang.pk), second | {"nama": "Yang kedua"})
    assert STALE in halaman.content.decode()
    bidang.refresh_from_db()
    assert bidang.nama == "Yang pertama"
    assert len(events(action="ubah")) == 1


def test_update_without_version_is_refused(admin: Client, bidang: Bidang) -> None:
    halaman = admin.post(
        url("update", bidang.pk),
        fields(admin, url("update", bidang.pk)) | {"nama": "Tanpa versi", "versi": ""},
    )
    assert STALE in halaman.content.decode()
    bidang.refresh_from_db()
    assert bidang.nama != "Tanpa versi"


def test_race_to_the_same_name_is_explained(
    admin: Client, bidang: Bidang, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Bidang, "validate_constraints", lambda self, exclude=None: None)
    halaman = admin.post(
        url("create"), fields(admin, url("create")) | {"nama": bidang.nama, "urutan": "1"}
    )
    assert "Data yang sama sudah ada; tidak disimpan." in halaman.content.decode()
    assert Bidang.objects.count() == 1
    assert not events(action="tambah")


def test_delete_asks_then_records_what_was_there(admin: Client, bidang: Bidang) -> None:
    assert bidang.nama in admin.get(url("delete", bidang.pk)).content.decode()
    assert Bidang.objects.exists()
    halaman = admin.post(url("delete", bidang.pk), follow=True)
    assert "dihapus" in halaman.content.decode()
    assert not Bidang.objects.exists()
    (event,) = events(action="hapus")
    assert event.changes["nama"] == ["Bidang Pemerintahan Desa", None]


def test_row_in_use_is_not_deleted(admin: Client, bidang: Bidang, banyuasin: Kabupaten) -> None:
    factories.make_indikator(banyuasin, penanggung_jawab=bidang)
    halaman = admin.post(url("delete", bidang.pk), follow=True)
    assert "masih dipakai oleh indikator" in halaman.content.decode()
    assert Bidang.objects.exists()
    assert not events(action="hapus")


def test_locked_row_is_not_changed_and_the_page_says_why(
    admin: Client, bidang: Bidang, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = fields(admin, url("update", bidang.pk)) | {"nama": "Diubah"}
    monkeypatch.setattr(Bidang, "sebab_lock", lambda self: LOCK)
    for halaman in ("detail", "update", "delete"):
        assert LOCK in admin.get(url(halaman, bidang.pk)).content.decode()
    assert LOCK in admin.post(url("update", bidang.pk), sent).content.decode()
    assert LOCK in admin.post(url("delete", bidang.pk), follow=True).content.decode()
    new = fields(admin, url("create")) | {"nama": "Baru", "urutan": "1"}
    assert LOCK in admin.post(url("create"), new).content.decode()
    assert [b.nama for b in Bidang.objects.all()] == ["Bidang Pemerintahan Desa"]
    assert not events(action="ubah")
    assert not events(action="hapus")


@pytest.mark.parametrize(
    ("method", "halaman"),
    [
        ("get", "detail"),
        ("get", "history"),
        ("get", "update"),
        ("post", "update"),
        ("get", "delete"),
        ("post", "delete"),
    ],
)
def test_row_of_another_kabupaten_does_not_exist(
    admin: Client, foreign: Bidang, method: str, halaman: str
) -> None:
    jawaban = getattr(admin, method)(url(halaman, foreign.pk), {"nama": "Dicuri", "urutan": "1"})
    assert jawaban.status_code == 404
    assert foreign.nama not in jawaban.content.decode()
    foreign.refresh_from_db()
    assert foreign.nama == "Bidang Milik Merangin"
    (event,) = events(action="ditolak")
    assert (event.kabupaten, event.object_id) == ("16.07", str(foreign.pk))
    assert "milik kabupaten lain" in event.note


def test_row_that_never_was_is_404_without_suspicion(admin: Client) -> None:
    assert admin.get(url("detail", 999999)).status_code == 404
    assert not events(action="ditolak")


@pytest.mark.parametrize("halaman", ["create", "update", "delete"])
def test_role_without_the_right_is_refused_and_recorded(
    client_for: Callable[[str], Client], bidang: Bidang, halaman: str
) -> None:
    address = url(halaman) if halaman == "create" else url(halaman, bidang.pk)
    jawaban = client_for("operator").post(address, {"nama": "Diubah", "urutan": "1"})
    assert jawaban.status_code == 403
    assert "Tidak diizinkan" in jawaban.content.decode()
    (event,) = events(action="ditolak")
    assert event.actor == "Operator 16.07"
    assert "tidak berhak" in event.note


def test_stranger_is_sent_to_login(client: Client, bidang: Bidang) -> None:
    for halaman in ("detail", "update", "delete", "history"):
        jawaban = client.get(url(halaman, bidang.pk))
        assert jawaban.status_code == 302
        assert jawaban["Location"].startswith(reverse("accounts:login"))
    assert not AuditEvent.objects.exists()


def test_user_without_kabupaten_sees_nothing(bidang: Bidang) -> None:
    client = Client()
    client.force_login(factories.make_user("admin", None))
    for address in (url("list"), url("create"), url("detail", bidang.pk), url("update", bidang.pk)):
        assert client.get(address).status_code in (403, 404)


def test_panel_offers_a_child_of_this_parent(
    admin: Client, client_for: Callable[[str], Client], banyuasin: Kabupaten
) -> None:
    kecamatan = factories.make_kecamatan(banyuasin)
    address = f"{reverse('villages:desa_create')}?kecamatan={kecamatan.pk}"
    detail = reverse("villages:kecamatan_detail", args=[kecamatan.pk])
    assert address in admin.get(detail).content.decode()
    assert address not in client_for("operator").get(detail).content.decode()
    assert admin.get(address).context["form"]["kecamatan"].value() == str(kecamatan.pk)
